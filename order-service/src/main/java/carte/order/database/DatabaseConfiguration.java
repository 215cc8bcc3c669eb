package carte.order.database;

import carte.kit.expiry.ExpiringRows;
import carte.kit.expiry.Expiry;
import carte.kit.outbox.Outbox;
import carte.kit.postgres.PostgresDatabase;
import carte.kit.postgres.PostgresOutage;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Brings the schema up to date, then opens the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, ReplicaSettings.class})
class DatabaseConfiguration {

    private static final String MIGRATIONS = "classpath:carte/order/database/migration";

    @Bean
    PostgresDatabase postgresDatabase(DatabaseSettings settings) {
        PostgresDatabase database = new PostgresDatabase(settings.database());
        database.migrate(MIGRATIONS, Outbox.MIGRATIONS);
        return database;
    }

    /** Named as its use is shown. */
    @Bean(name = "orders", destroyMethod = "dispose")
    ConnectionPool connectionPool(PostgresDatabase database) {
        return database.connectionPool();
    }

    /** There where one is configured. */
    @Bean
    @ConditionalOnProperty(ReplicaDatabase.URL)
    ReplicaDatabase replicaDatabase(ReplicaSettings settings, MeterRegistry registry) {
        return new ReplicaDatabase(
                new PostgresDatabase(Objects.requireNonNull(settings.replica())), registry);
    }

    /** Plain connections, for what is done once at the start. */
    @Bean
    DataSource startDataSource(PostgresDatabase database) {
        return database.dataSource();
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    @Bean
    TransactionalOperator transaction(ConnectionFactory connections) {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    @Bean
    Expiry expiry(List<ExpiringRows> kinds) {
        return new Expiry(List.of("orders"), (_, work) -> PostgresOutage.guard(work), kinds);
    }
}
