package carte.menu.propagation;

import carte.menu.shard.Shards;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the store of sightings and what fills it. */
@Configuration(proxyBeanMethods = false)
class PropagationConfiguration {

    @Bean
    SightingStore sightingStore(
            Shards shards, PropagationProperties properties, MeterRegistry registry) {
        SightingStore store = new SightingStore(shards.names(), properties.changes());
        Gauge.builder("carte.propagation.changes", store, SightingStore::size)
                .description("Changes whose ways are kept")
                .register(registry);
        return store;
    }

    @Bean
    SightingFollower sightingFollower(
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers,
            SightingStore store,
            MeterRegistry registry) {
        Map<String, Object> settings = SightingFollower.settings(bootstrapServers);
        return new SightingFollower(() -> new KafkaConsumer<>(settings), store, registry);
    }
}
