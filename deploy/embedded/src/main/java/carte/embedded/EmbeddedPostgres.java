package carte.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL 18 server as a child process, reachable from this machine only. */
public final class EmbeddedPostgres implements PostgresServer, AutoCloseable {

    private static final String NAME = "PostgreSQL";
    private static final String HOST = "127.0.0.1";
    private static final String USER = "carte";

    private final int port;
    private final ChildServer server;

    private EmbeddedPostgres(int port, ChildServer server) {
        this.port = port;
        this.server = server;
    }

    /** Returns a builder of a server on any free port, over a temporary directory. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the address that the server listens on. */
    public String host() {
        return HOST;
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return port;
    }

    @Override
    public String username() {
        return USER;
    }

    /** Returns what to give to clients that insist on a password; the server asks for none. */
    @Override
    public String password() {
        return USER;
    }

    @Override
    public String r2dbcUrl(String database) {
        return "r2dbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    @Override
    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    /** Returns the process id of the server, the one that was started last. */
    public long pid() {
        return server.pid();
    }

    /** Stops the server; its data and its port stay for {@link #start}. */
    public void stop() {
        server.stop();
    }

    /** Starts the server again on the same port, unless it runs. */
    public void start() {
        server.start();
    }

    /**
     * Starts a server over a temporary directory that follows this one and can only be read.
     *
     * @throws StartFailed if the server does not come up
     */
    public EmbeddedPostgres startReplica() {
        return builder().start((_, directory) -> copyTo(data(directory.root())));
    }

    private void copyTo(Path replica) {
        try (Connection connection = client(port).connect()) {
            BaseBackup.take(connection, "host=" + HOST + " port=" + port + " user=" + USER,
                    replica);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("no copy for a replica can be made", failure);
        }
    }

    /** Stops the server for good, and deletes its directory if that was temporary. */
    @Override
    public void close() {
        server.close();
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    private static PostgresClient client(int port) {
        return new PostgresClient(jdbcUrl(port, PostgresClient.DATABASE), USER, USER);
    }

    private static Path data(Path root) {
        return root.resolve("data");
    }

    private static void stopOrphan(Path root) {
        OrphanedServer.stop(
                data(root).resolve("postmaster.pid"),
                "-D " + data(root),
                StopSignal.INTERRUPT);
    }

    /** Says where and over which data a server starts. */
    public static final class Builder {

        private int port;
        private @Nullable Path dataDirectory;

        private Builder() {}

        /** Asks for a port; 0, the default, takes any free one. */
        public Builder port(int value) {
            port = Ports.requireValid(value);
            return this;
        }

        /** Keeps the data in a directory, durably; by default they end with the server. */
        public Builder dataDirectory(Path value) {
            dataDirectory = value;
            return this;
        }

        /**
         * Starts the server and waits until it answers.
         *
         * @throws PortInUse if the port asked for is taken
         * @throws StartFailed if the server does not come up
         */
        public EmbeddedPostgres start() {
            return start(Builder::initialiseOnce);
        }

        private EmbeddedPostgres start(
                BiConsumer<PostgresDistribution, ServerDirectory> initialisation) {
            ServerDirectory directory = ServerDirectory
                    .open(dataDirectory, "postgres", EmbeddedPostgres::stopOrphan);
            try {
                int chosen = Ports.choose(port, NAME);
                PostgresDistribution distribution = PostgresDistribution.unpacked();
                initialisation.accept(distribution, directory);
                return new EmbeddedPostgres(
                        chosen,
                        ChildServer.start(launch(distribution, directory, chosen), directory));
            } catch (RuntimeException failure) {
                directory.close();
                throw failure;
            }
        }

        /** The data directory appears whole or not at all, wherever this process is killed. */
        private static void initialiseOnce(
                PostgresDistribution distribution, ServerDirectory directory) {
            Path data = data(directory.root());
            if (Files.isDirectory(data)) {
                return;
            }
            Path unfinished = directory.resolve("data.unfinished");
            Directories.delete(unfinished);
            distribution.initialise(unfinished, directory.log(), USER, directory.isKept());
            try {
                Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                throw new UncheckedIOException(data + " cannot be put in place", failure);
            }
        }

        private static ChildServer.Launch launch(
                PostgresDistribution distribution, ServerDirectory directory, int port) {
            List<String> arguments = new ArrayList<>(
                    List.of("-D", data(directory.root()).toString(), "-p", Integer.toString(port)));
            settings(directory.isKept()).forEach(setting -> {
                arguments.add("-c");
                arguments.add(setting);
            });
            return new ChildServer.Launch(
                    NAME,
                    port,
                    distribution.command("postgres", arguments),
                    directory.log(),
                    StopSignal.INTERRUPT,
                    process -> client(port).answers(),
                    // The children of a postmaster that was killed take a moment to notice it.
                    "pre-existing shared memory block");
        }

        private static List<String> settings(boolean durable) {
            List<String> settings = new ArrayList<>(
                    List.of(
                            "listen_addresses=" + HOST,
                            "unix_socket_directories=",
                            "max_connections=200",
                            "shared_buffers=128MB",
                            "timezone=UTC",
                            "log_timezone=UTC"));
            if (!durable) {
                // Survives the death of the server, not of the machine.
                settings.addAll(List.of("fsync=off", "full_page_writes=off"));
            }
            return settings;
        }
    }
}
