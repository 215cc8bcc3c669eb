package carte.order.relay;

import carte.kit.kafka.Topics;
import carte.kit.outbox.Acknowledgements;
import carte.kit.outbox.Outbox;
import carte.kit.outbox.OutboxRelay;
import carte.kit.outbox.RelayHolder;
import carte.kit.outbox.RelayProducers;
import carte.kit.outbox.Watermarks;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Sets up the outbox and its relay. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelayProperties.class)
class RelayConfiguration {

    @Bean
    Outbox outbox(DatabaseClient database) {
        return new Outbox(database);
    }

    @Bean
    OrderRelay orderRelay(
            RelayProperties properties,
            DataSource database,
            Topics topics,
            MeterRegistry registry,
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        String name = properties.name();
        return new OrderRelay(properties.enabled()
                ? new OutboxRelay(name, RelayHolder.ofThisProcess(), database,
                        RelayProducers.of(bootstrapServers, name, topics), Watermarks.NONE,
                        Acknowledgements.NONE, properties.settings(), registry)
                : null);
    }
}
