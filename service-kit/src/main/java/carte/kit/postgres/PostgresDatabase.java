package carte.kit.postgres;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens one database: pooled R2DBC for requests, plain JDBC for migrations and the relay. */
public final class PostgresDatabase {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(5);

    private static final int IDLE_AT_LEAST = 2;

    private final PostgresSettings settings;

    /** Opens nothing yet. */
    public PostgresDatabase(PostgresSettings settings) {
        this.settings = settings;
    }

    /**
     * Brings the schema up to date; waits, so it is for the start of a service.
     *
     * @throws DatabaseUnreachable if there is no connection within about ten seconds
     */
    public void migrate(String... locations) {
        try {
            Flyway.configure()
                    .dataSource(dataSource())
                    .locations(locations)
                    // A service may come to have an outbox later, whose tables have early numbers.
                    .outOfOrder(true)
                    .connectRetries(10)
                    .connectRetriesInterval(1)
                    .load()
                    .migrate();
        } catch (FlywaySqlUnableToConnectToDbException e) {
            throw new DatabaseUnreachable(settings.url(), e);
        }
    }

    /** Returns a new pool, which whoever asked for it disposes of. */
    public ConnectionPool connectionPool() {
        ConnectionFactory factory = ConnectionFactories.get(
                ConnectionFactoryOptions.parse(settings.url()).mutate()
                        .option(ConnectionFactoryOptions.USER, settings.username())
                        .option(ConnectionFactoryOptions.PASSWORD, settings.password())
                        .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, CONNECT_TIMEOUT)
                        .option(ConnectionFactoryOptions.STATEMENT_TIMEOUT, STATEMENT_TIMEOUT)
                        .build());
        return new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(IDLE_AT_LEAST)
                .maxSize(settings.poolSize())
                .maxIdleTime(Duration.ofMinutes(10))
                .maxAcquireTime(Duration.ofSeconds(2))
                .maxCreateConnectionTime(CONNECT_TIMEOUT)
                // Where the server was restarted, all that were idle are dead.
                .acquireRetry(IDLE_AT_LEAST + 1)
                .build());
    }

    /** Returns a source of single, unpooled connections that give up on a silent server. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.jdbcUrl());
        source.setUser(settings.username());
        source.setPassword(settings.password());
        source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
        source.setSocketTimeout((int) STATEMENT_TIMEOUT.toSeconds());
        source.setTcpKeepAlive(true);
        return source;
    }
}
