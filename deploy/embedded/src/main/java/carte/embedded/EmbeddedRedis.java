package carte.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Redis 7 server as a child process, reachable from this machine only; it evicts nothing. */
public final class EmbeddedRedis implements RedisServer, AutoCloseable {

    private static final String NAME = "Redis";
    private static final String VERSION = "7.0.15";
    private static final String HOST = "127.0.0.1";
    private static final int PROBE_TIMEOUT_MILLIS = 1_000;

    private final int port;
    private final ChildServer server;

    private EmbeddedRedis(int port, ChildServer server) {
        this.port = port;
        this.server = server;
    }

    /** Returns a builder of a server on any free port, over a temporary directory. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the Redis program itself, for whoever runs it in another way. */
    public static Path redisServerBinary() {
        Platform platform = Platform.current();
        String resource = "redis-server-" + VERSION + "-" + platform.system() + "-"
                + (platform.arm() ? "arm64" : "amd64");
        return Binaries.of(resource, EmbeddedRedis::unpack).resolve("redis-server");
    }

    private static void unpack(InputStream content, Path directory) throws IOException {
        Path binary = directory.resolve("redis-server");
        Files.copy(content, binary);
        Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwx------"));
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public int port() {
        return port;
    }

    /** Returns the process id of the server, the one that was started last. */
    public long pid() {
        return server.pid();
    }

    /** Stops the server; its port, and what it has written, stay for {@link #start}. */
    public void stop() {
        server.stop();
    }

    /** Starts the server again on the same port, unless it runs. */
    public void start() {
        server.start();
    }

    /** Stops the server for good, and deletes its directory if that was temporary. */
    @Override
    public void close() {
        server.close();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    PROBE_TIMEOUT_MILLIS);
            socket.setSoTimeout(PROBE_TIMEOUT_MILLIS);
            OutputStream requests = socket.getOutputStream();
            requests.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("+PONG".length());
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void stopOrphan(Path root) {
        OrphanedServer.stop(
                root.resolve("redis.pid"),
                root.resolve("redis.conf").toString(),
                StopSignal.TERMINATE);
    }

    /** Says where and over which data a server starts. */
    public static final class Builder {

        private int port;
        private @Nullable Path dataDirectory;
        private @Nullable Boolean appendOnly;

        private Builder() {}

        /** Asks for a port; 0, the default, takes any free one. */
        public Builder port(int value) {
            port = Ports.requireValid(value);
            return this;
        }

        /** Keeps the data in a directory; by default they end with the server. */
        public Builder dataDirectory(Path value) {
            dataDirectory = value;
            return this;
        }

        /** Whether writes outlive the process; by default if a data directory is given. */
        public Builder appendOnly(boolean value) {
            appendOnly = value;
            return this;
        }

        /**
         * Starts the server and waits until it answers.
         *
         * @throws PortInUse if the port asked for is taken
         * @throws StartFailed if the server does not come up
         */
        public EmbeddedRedis start() {
            ServerDirectory directory = ServerDirectory
                    .open(dataDirectory, "redis", EmbeddedRedis::stopOrphan);
            try {
                int chosen = Ports.choose(port, NAME);
                Path settings = writeSettings(directory, chosen);
                return new EmbeddedRedis(
                        chosen,
                        ChildServer.start(launch(settings, directory, chosen), directory));
            } catch (RuntimeException failure) {
                directory.close();
                throw failure;
            }
        }

        private static ChildServer.Launch launch(
                Path settings, ServerDirectory directory, int port) {
            return new ChildServer.Launch(
                    NAME,
                    port,
                    List.of(redisServerBinary().toString(), settings.toString()),
                    directory.log(),
                    StopSignal.TERMINATE,
                    process -> answers(port),
                    null);
        }

        private Path writeSettings(ServerDirectory directory, int port) {
            Path file = directory.resolve("redis.conf");
            try {
                Files.createDirectories(directory.resolve("data"));
                return Files.writeString(file, settings(directory, port));
            } catch (IOException failure) {
                throw new UncheckedIOException(file + " cannot be written", failure);
            }
        }

        private String settings(ServerDirectory directory, int port) {
            boolean durable = appendOnly == null ? directory.isKept() : appendOnly;
            // The title carries the path of the settings, by which an orphan is recognised.
            return """
                    bind 127.0.0.1
                    port %d
                    dir "%s"
                    pidfile "%s"
                    proc-title-template "{title} {listen-addr} {config-file}"
                    appendonly %s
                    save ""
                    maxmemory-policy noeviction
                    """.formatted(
                    port,
                    directory.resolve("data"),
                    directory.resolve("redis.pid"),
                    durable ? "yes" : "no");
        }
    }
}
