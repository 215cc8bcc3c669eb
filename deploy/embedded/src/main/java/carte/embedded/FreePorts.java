package carte.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports that nobody listens on, each given out once: to one process of this user, for as
 * long as it runs. Who is given a port seldom listens there at once, and must find it free then.
 */
public final class FreePorts {

    /** Below the ports that systems give to outgoing connections, which would take a free one. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    /** One byte of it is locked for each port; the system lets go of them with the process. */
    private static final FileChannel GIVEN = open(Path.of(System.getProperty("java.io.tmpdir"),
            "carte-ports-" + System.getProperty("user.name")));

    private FreePorts() {}

    /**
     * Returns a free port that is nobody else's.
     *
     * @throws IllegalStateException if there is none
     */
    public static int any() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (take(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no free port found between " + LOWEST + " and " + HIGHEST);
    }

    /** Returns whether nobody listens on a port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port whose last connections linger in TIME_WAIT is free to a server.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Returns whether a port is ours alone from now on. */
    static boolean take(int port) {
        try {
            return GIVEN.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a port to ourselves", e);
        }
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note which ports are given out", e);
        }
    }
}
