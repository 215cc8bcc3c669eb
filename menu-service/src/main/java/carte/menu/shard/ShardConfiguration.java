package carte.menu.shard;

import carte.kit.expiry.ExpiringRows;
import carte.kit.expiry.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.binding.BindMarkersFactory;
import org.springframework.transaction.reactive.TransactionalOperator;

/** One client and one transaction manager over all shards. */
@Configuration(proxyBeanMethods = false)
class ShardConfiguration {

    @Bean
    ShardDatabases shardDatabases(ShardProperties properties, MeterRegistry registry) {
        ShardDatabases databases = ShardDatabases.open(properties);
        databases.bindTo(registry);
        return databases;
    }

    @Bean
    ConnectionFactory connectionFactory(ShardDatabases databases) {
        ShardRouting routing = new ShardRouting();
        routing.setTargetConnectionFactories(databases.connectionFactories());
        routing.setLenientFallback(false);
        return routing;
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connectionFactory) {
        // Named here because a routing factory cannot be asked, before it is told a shard.
        return DatabaseClient.builder()
                .connectionFactory(connectionFactory)
                .bindMarkers(BindMarkersFactory.indexed("$", 1))
                .build();
    }

    @Bean
    R2dbcTransactionManager transactionManager(ConnectionFactory connectionFactory) {
        return new R2dbcTransactionManager(connectionFactory);
    }

    @Bean
    ShardMap shardMap(ShardProperties properties) {
        var countries = new TreeMap<String, List<String>>();
        properties.shards().forEach((name, shard) -> countries.put(name, shard.countries()));
        return new ShardMap(countries);
    }

    @Bean
    Shards shards(ShardMap map, R2dbcTransactionManager transactionManager) {
        return new Shards(map, TransactionalOperator.create(transactionManager));
    }

    @Bean
    Expiry expiry(Shards shards, List<ExpiringRows> kinds) {
        return new Expiry(shards.names(), shards::in, kinds);
    }
}
