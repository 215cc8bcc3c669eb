package carte.embedded;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One server of each kind, started when first asked for and shared by all tests of one JVM. */
public final class EmbeddedServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable EmbeddedRedis redis;
    private static @Nullable EmbeddedKafka kafka;

    private EmbeddedServers() {}

    /** Returns the shared PostgreSQL; a test takes a database of its own from it. */
    public static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder().start();
        }
        return postgres;
    }

    /** Returns the shared Redis; a test uses keys of its own. */
    public static synchronized EmbeddedRedis redis() {
        if (redis == null) {
            redis = EmbeddedRedis.builder().start();
        }
        return redis;
    }

    /** Returns the shared Kafka; a test uses topics and groups of its own. */
    public static synchronized EmbeddedKafka kafka() {
        if (kafka == null) {
            kafka = EmbeddedKafka.builder().start();
        }
        return kafka;
    }

    /** Creates an empty database in the shared PostgreSQL and returns its name. */
    public static String freshDatabase(String prefix) {
        String name = prefix + "_" + DATABASES.incrementAndGet();
        postgres().createDatabase(name);
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
