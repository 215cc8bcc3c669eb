package carte.embedded;

import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One server of each kind, started when first asked for and shared by all tests of one JVM; on this
 * machine, unless a {@link ServerSource} on the class path has them elsewhere.
 */
public final class EmbeddedServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final @Nullable ServerSource ELSEWHERE = elsewhere();

    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable EmbeddedRedis redis;
    private static @Nullable EmbeddedKafka kafka;

    private EmbeddedServers() {}

    private static @Nullable ServerSource elsewhere() {
        ServerSource source = ServiceLoader.load(ServerSource.class).findFirst().orElse(null);
        if (source != null) {
            OpenServers.opened(source::close);
        }
        return source;
    }

    /** Returns the shared PostgreSQL; a test takes a database of its own from it. */
    public static synchronized PostgresServer postgres() {
        return ELSEWHERE == null ? postgresHere() : ELSEWHERE.postgres();
    }

    /** Returns the one on this machine in any case, for tests that a replica follows it. */
    public static synchronized EmbeddedPostgres postgresHere() {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder().start();
        }
        return postgres;
    }

    /** Returns the shared Redis; a test uses keys of its own. */
    public static synchronized RedisServer redis() {
        if (ELSEWHERE != null) {
            return ELSEWHERE.redis();
        }
        if (redis == null) {
            redis = EmbeddedRedis.builder().start();
        }
        return redis;
    }

    /** Returns the shared Kafka; a test uses topics and groups of its own. */
    public static synchronized KafkaServer kafka() {
        if (ELSEWHERE != null) {
            return ELSEWHERE.kafka();
        }
        if (kafka == null) {
            kafka = EmbeddedKafka.builder().start();
        }
        return kafka;
    }

    /** Creates an empty database in the shared PostgreSQL and returns its name. */
    public static String freshDatabase(String prefix) {
        return freshDatabase(postgres(), prefix);
    }

    /** Creates an empty database in this PostgreSQL and returns its name. */
    public static String freshDatabase(PostgresServer server, String prefix) {
        String name = prefix + "_" + DATABASES.incrementAndGet();
        server.createDatabase(name);
        return name;
    }

    /**
     * Adds what is done at the end of this JVM before its servers are closed, such as stopping
     * their clients.
     */
    public static void beforeClosing(Runnable action) {
        OpenServers.beforeClosing(action);
    }
}
