package carte.bench;

import carte.bench.Restaurants.Dish;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Connections that listen to changes, each in the least that a client can be. */
final class IdlePages implements AutoCloseable {

    private static final String OPENING = "retry:";
    private static final String EVENT = "event: menu";

    private final List<SocketChannel> channels = new ArrayList<>();
    private final int menus;

    private IdlePages(int menus) {
        this.menus = menus;
    }

    /** Returns once so many listen, to the menus in turn. */
    static IdlePages open(URI gateway, List<Dish> dishes, int count) throws IOException {
        var pages = new IdlePages(dishes.size());
        try {
            for (int page = 0; page < count; page++) {
                pages.open(gateway, dishes.get(page % dishes.size()));
            }
            return pages;
        } catch (IOException e) {
            pages.close();
            throw new IOException("page " + pages.channels.size() + " cannot listen; is the limit"
                    + " of open files (ulimit -n) too low? " + e.getMessage(), e);
        }
    }

    private void open(URI gateway, Dish dish) throws IOException {
        SocketChannel channel = SocketChannel.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.getPort()));
        channels.add(channel);
        channel.write(ByteBuffer.wrap(("GET /api/v1/restaurants/" + dish.restaurant()
                + "/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        readUntil(channel, OPENING);
    }

    /** Makes a change of the first menu; returns how long its last page waits for it. */
    String timeUntilTold(Runnable change) throws IOException {
        change.run();
        long acknowledged = System.nanoTime();
        for (int page = 0; page < channels.size(); page += menus) {
            readUntil(channels.get(page), EVENT);
        }
        return String.format(Locale.ROOT, "%.1f ms", (System.nanoTime() - acknowledged) / 1e6);
    }

    private static void readUntil(SocketChannel channel, String text) throws IOException {
        var read = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.allocate(1024);
        while (read.indexOf(text) < 0) {
            if (channel.read(buffer.clear()) < 0) {
                throw new IOException("the stream has ended: " + read);
            }
            read.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
