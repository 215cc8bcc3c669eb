package carte.order.database;

import carte.kit.postgres.PostgresDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.r2dbc.pool.ConnectionPool;
import org.springframework.boot.r2dbc.metrics.ConnectionPoolMetrics;
import org.springframework.r2dbc.core.DatabaseClient;

/** A copy of the database that the database itself keeps, to be read only, and a little late. */
public final class ReplicaDatabase implements AutoCloseable {

    /** The setting that says that there is one. */
    public static final String URL = "carte.database.replica.url";

    private final ConnectionPool connections;

    /** Opens nothing yet: the service starts and serves whether or not the replica is there. */
    ReplicaDatabase(PostgresDatabase database, MeterRegistry registry) {
        this.connections = database.connectionPool();
        new ConnectionPoolMetrics(connections, "orders-replica", Tags.empty()).bindTo(registry);
    }

    /** Returns what reads from it. */
    public DatabaseClient client() {
        return DatabaseClient.create(connections);
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
