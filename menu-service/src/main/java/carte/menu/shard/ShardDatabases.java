package carte.menu.shard;

import carte.kit.outbox.Outbox;
import carte.kit.postgres.PostgresDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.r2dbc.metrics.ConnectionPoolMetrics;

/** The open databases of all shards, their schemas up to date. */
public final class ShardDatabases implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShardDatabases.class);
    private static final String MIGRATIONS = "classpath:db/migration";

    private final Map<String, PostgresDatabase> databases;
    private final Map<String, ConnectionPool> pools = new TreeMap<>();

    private ShardDatabases(Map<String, PostgresDatabase> databases) {
        this.databases = databases;
        databases.forEach((name, database) -> pools.put(name, database.connectionPool()));
    }

    /** Waits until every shard is migrated, all at the same time: this is the start's long part. */
    static ShardDatabases open(ShardProperties properties) {
        Map<String, PostgresDatabase> databases = new TreeMap<>();
        properties.shards().forEach((name, shard) -> databases
                .put(name, new PostgresDatabase(shard.settings(name))));
        migrate(databases);
        return new ShardDatabases(databases);
    }

    private static void migrate(Map<String, PostgresDatabase> databases) {
        try (ExecutorService threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("migrate-", 1).factory())) {
            List<Future<?>> migrations = new ArrayList<>();
            databases.forEach((name, database) -> migrations.add(threads.submit(() -> {
                database.migrate(MIGRATIONS, Outbox.MIGRATIONS);
                LOG.info("shard {}: schema is up to date", name);
            })));
            for (Future<?> migration : migrations) {
                migration.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while migrating", e);
        }
    }

    /** Returns the names of all shards, in order. */
    public List<String> names() {
        return List.copyOf(databases.keySet());
    }

    /** Returns plain connections of a shard, for what runs on threads of its own. */
    public DataSource dataSource(String shard) {
        PostgresDatabase database = databases.get(shard);
        if (database == null) {
            throw new IllegalArgumentException("no such shard: " + shard);
        }
        return database.dataSource();
    }

    /** Has the use of each pool shown. */
    void bindTo(MeterRegistry registry) {
        pools.forEach((shard, pool) -> new ConnectionPoolMetrics(pool, shard, Tags.empty())
                .bindTo(registry));
    }

    Map<String, ConnectionFactory> connectionFactories() {
        return Map.copyOf(pools);
    }

    @Override
    public void close() {
        pools.values().forEach(ConnectionPool::dispose);
    }
}
