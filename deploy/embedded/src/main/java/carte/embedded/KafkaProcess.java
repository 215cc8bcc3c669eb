package carte.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The broker of {@link EmbeddedKafka} in a JVM of its own, which can be killed. */
public final class KafkaProcess implements AutoCloseable {

    static final String NAME = "Kafka";

    private final int port;
    private final ChildServer server;

    private KafkaProcess(int port, ChildServer server) {
        this.port = port;
        this.server = server;
    }

    /** Returns a builder of a broker on any free port, over a temporary directory. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the address for clients, as {@code host:port}. */
    public String bootstrapServers() {
        return KafkaSettings.HOST + ":" + port;
    }

    /** Returns the process id of the broker's JVM, the one that was started last. */
    public long pid() {
        return server.pid();
    }

    /** Stops the broker; its topics and its port stay for {@link #start}. */
    public void stop() {
        server.stop();
    }

    /** Starts the broker again on the same port, unless it runs. */
    public void start() {
        server.start();
    }

    /** Stops the broker for good, and deletes its directory if that was temporary. */
    @Override
    public void close() {
        server.close();
    }

    static void stopOrphan(Path root) {
        OrphanedServer.stop(
                KafkaPidFile.in(root).path(),
                KafkaMain.class.getName() + " " + root,
                StopSignal.TERMINATE);
    }

    /** Says where, over which data and in what kind of JVM a broker starts. */
    public static final class Builder {

        private int port;
        private @Nullable KafkaDetour detour;
        private @Nullable Path dataDirectory;
        private Path javaExecutable = Path.of(System.getProperty("java.home"), "bin", "java");
        private String heap = "256m";
        private String classPath = System.getProperty("java.class.path");
        private List<String> jvmOptions = List.of();
        private @Nullable Path logFile;

        private Builder() {}

        /** Asks for a port; 0, the default, takes any free one. */
        public Builder port(int value) {
            port = Ports.requireValid(value);
            return this;
        }

        /** Gives some clients another way to the broker; by default there is none. */
        public Builder detour(@Nullable KafkaDetour value) {
            detour = value;
            return this;
        }

        /** Keeps the topics in a directory; by default they end with the broker. */
        public Builder dataDirectory(Path value) {
            dataDirectory = value;
            return this;
        }

        /** Sets the {@code java} to run; by default the one that runs this. */
        public Builder javaExecutable(Path value) {
            javaExecutable = value;
            return this;
        }

        /** Sets the heap's size as {@code -Xmx} takes it; 256m by default. */
        public Builder heap(String value) {
            if (!value.matches("[1-9][0-9]*[kmgKMG]")) {
                throw new IllegalArgumentException(
                        "heap must be a size such as 256m, not '" + value + "'");
            }
            heap = value;
            return this;
        }

        /** Sets the class path, which must hold this library; by default this JVM's. */
        public Builder classPath(String value) {
            classPath = value;
            return this;
        }

        /** Adds options for the JVM; by default there are none besides the heap's size. */
        public Builder jvmOptions(List<String> value) {
            jvmOptions = List.copyOf(value);
            return this;
        }

        /** Sets where the broker's output goes; by default {@code server.log} with the data. */
        public Builder logFile(Path value) {
            logFile = value;
            return this;
        }

        /**
         * Starts the broker and waits until it serves clients.
         *
         * @throws PortInUse if the port asked for, or the detour's exit, is taken
         * @throws StartFailed if the broker does not come up
         */
        public KafkaProcess start() {
            ServerDirectory directory = ServerDirectory
                    .open(dataDirectory, "kafka", KafkaProcess::stopOrphan);
            try {
                KafkaPorts ports = KafkaPorts.choose(port, detour);
                return new KafkaProcess(
                        ports.broker(),
                        ChildServer.start(launch(directory, ports), directory));
            } catch (RuntimeException failure) {
                directory.close();
                throw failure;
            }
        }

        private ChildServer.Launch launch(ServerDirectory directory, KafkaPorts ports) {
            KafkaPidFile pidFile = KafkaPidFile.in(directory.root());
            return new ChildServer.Launch(
                    NAME,
                    ports.broker(),
                    command(directory.root(), ports),
                    logFile == null ? directory.log() : logFile,
                    StopSignal.TERMINATE,
                    pidFile::saysReady,
                    null);
        }

        private List<String> command(Path root, KafkaPorts ports) {
            List<String> command = new ArrayList<>();
            command.add(javaExecutable.toString());
            command.add("-Xmx" + heap);
            command.add("-XX:+UseSerialGC");
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
            command.addAll(jvmOptions);
            command.addAll(List.of(
                    "-cp",
                    classPath,
                    KafkaMain.class.getName(),
                    root.toString()));
            command.addAll(ports.arguments());
            return command;
        }
    }
}
