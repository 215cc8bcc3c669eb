package carte.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A network between clients and one server, all on this machine, which fails when told to. */
public final class Wire implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket entrance;
    private final Thread listener = Thread.ofVirtual().name("wire").unstarted(this::listen);
    private final Set<Connection> connections = new HashSet<>();
    private State state = State.WHOLE;
    private Duration delay = Duration.ZERO;
    private @Nullable Lanes lanes;
    private volatile int exit;

    private enum State {
        WHOLE, SILENT, CUT
    }

    private record Connection(Socket client, Socket server) {

        /** Lets what was sent arrive. */
        void close() throws IOException {
            try (client; server) {
                // Both ways have come to their end.
            }
        }

        void reset() {
            reset(client);
            reset(server);
        }

        private static void reset(Socket socket) {
            try (socket) {
                socket.setSoLinger(true, 0);
            } catch (IOException _) {
                // It is closed already.
            }
        }
    }

    private Wire(ServerSocket entrance) {
        this.entrance = entrance;
    }

    /** Returns a network with an entrance at any free port. */
    public static Wire open() {
        try {
            Wire wire = new Wire(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
            wire.listener.start();
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException("no port can be opened", e);
        }
    }

    /** Leads to a server, which need not be up yet; returns the port for its clients. */
    public int leadTo(int port) {
        exit = port;
        return entrance.getLocalPort();
    }

    /** Tells whether anything uses it. */
    synchronized boolean isUsed() {
        return !connections.isEmpty();
    }

    /** Resets all connections, and from now on each that is tried. */
    synchronized void cut() {
        become(State.CUT);
        connections.forEach(Connection::reset);
    }

    /**
     * Lets nothing through, and tells nobody: connections stay open, and new ones seem to open.
     * What is sent comes late, as TCP sees to it, to those who still wait.
     */
    void silence() {
        become(State.SILENT);
    }

    /** Has what the server sends come so much later. */
    public synchronized void slow(Duration value) {
        delay = value;
    }

    /**
     * Has what the server sends come over a few lanes of so many bytes a second each. What it sends
     * at once comes at once, as an answer does that takes long to make.
     */
    public synchronized void narrow(int count, int bytesPerSecond) {
        lanes = new Lanes(count, bytesPerSecond);
    }

    /** Lets everything through again, as slow and narrow as it is. */
    void mend() {
        become(State.WHOLE);
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    private synchronized void awaitSound() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
    }

    /** Returns when what the server has just sent is there, or the line has been cut. */
    private synchronized void awaitArrival(int bytes) throws InterruptedException {
        long now = System.nanoTime();
        long left = delay.toNanos() + (lanes == null ? 0 : lanes.send(bytes, now));
        long arrival = now + left;
        while (left > 0 && state != State.CUT) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = arrival - System.nanoTime();
        }
    }

    private synchronized boolean admits(Connection connection) {
        return state != State.CUT && connections.add(connection);
    }

    private synchronized void remove(Connection connection) {
        connections.remove(connection);
    }

    private void listen() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (!entrance.isClosed()) {
                try {
                    Socket client = entrance.accept();
                    threads.execute(() -> serve(new Connection(client, new Socket())));
                } catch (IOException _) {
                    // The client has gone already, or the entrance is closed.
                }
            }
        }
    }

    private void serve(Connection connection) {
        if (!admits(connection)) {
            connection.reset();
            return;
        }
        try {
            awaitSound();
            connection.server.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), exit));
            Thread back = Thread.ofVirtual().start(
                    () -> pass(connection, connection.server, connection.client, true));
            pass(connection, connection.client, connection.server, false);
            back.join();
            connection.close();
        } catch (IOException _) {
            connection.reset();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            remove(connection);
        }
    }

    /** Passes bytes on until there are no more from there. */
    private void pass(Connection connection, Socket from, Socket to, boolean back) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream source = from.getInputStream();
            OutputStream target = to.getOutputStream();
            int count = source.read(buffer);
            while (count >= 0) {
                awaitSound();
                if (back) {
                    awaitArrival(count);
                }
                target.write(buffer, 0, count);
                count = source.read(buffer);
            }
            awaitSound();
            to.shutdownOutput();
        } catch (IOException _) {
            connection.reset();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Resets what is connected, and ends. */
    @Override
    public void close() {
        cut();
        try {
            entrance.close();
            listener.join();
        } catch (IOException e) {
            throw new UncheckedIOException("the entrance cannot be closed", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
