package carte.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka 4.2 broker with its controller inside this JVM, reachable from this machine only. */
public final class EmbeddedKafka implements KafkaServer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final int port;
    private final KafkaBroker broker;
    private final ServerDirectory directory;
    private final Runnable closer = this::close;
    private boolean closed;

    private EmbeddedKafka(int port, KafkaBroker broker, ServerDirectory directory) {
        this.port = port;
        this.broker = broker;
        this.directory = directory;
    }

    /** Returns a builder of a broker on any free port, over a temporary directory. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String bootstrapServers() {
        return KafkaSettings.HOST + ":" + port;
    }

    /** Stops the broker for good, and deletes its directory if that was temporary. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        broker.close();
        directory.close();
        OpenServers.closed(closer);
    }

    /** Says where and over which data a broker starts. */
    public static final class Builder {

        private int port;
        private @Nullable Path dataDirectory;

        private Builder() {}

        /** Asks for a port; 0, the default, takes any free one. */
        public Builder port(int value) {
            port = Ports.requireValid(value);
            return this;
        }

        /** Keeps the topics in a directory; by default they end with the broker. */
        public Builder dataDirectory(Path value) {
            dataDirectory = value;
            return this;
        }

        /**
         * Starts the broker and waits until it serves clients.
         *
         * @throws PortInUse if the port asked for is taken
         * @throws StartFailed if the broker does not come up
         */
        public EmbeddedKafka start() {
            ServerDirectory directory = ServerDirectory
                    .open(dataDirectory, "kafka", KafkaProcess::stopOrphan);
            long started = System.nanoTime();
            try {
                KafkaPorts ports = KafkaPorts.choose(port, null);
                KafkaBroker broker = KafkaBroker.start(directory.root(), ports);
                EmbeddedKafka kafka = new EmbeddedKafka(ports.broker(), broker, directory);
                OpenServers.opened(kafka.closer);
                LOG.info("Kafka listens on {} (started in {} ms, data in {})",
                        kafka.bootstrapServers(),
                        Duration.ofNanos(System.nanoTime() - started).toMillis(), directory.root());
                return kafka;
            } catch (RuntimeException failure) {
                directory.close();
                throw failure;
            }
        }
    }
}
