package carte.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers every request with the same bytes, right or wrong, and hangs up. */
final class RawService implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0);
    private final AtomicInteger requests = new AtomicInteger();
    private final byte[] answer;

    RawService(String answer) throws IOException {
        this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                answer(client);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket client) throws IOException {
        BufferedReader head = new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        int length = 0;
        for (String line = head.readLine(); !line.isEmpty(); line = head.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        // Unread bytes would turn the end of the connection into a reset.
        while (length > 0 && head.read() >= 0) {
            length--;
        }
        requests.incrementAndGet();
        client.getOutputStream().write(answer);
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
