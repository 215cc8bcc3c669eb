package carte.menu.propagation;

import carte.menu.shard.Shards;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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
        Map<String, Object> settings = consumer(bootstrapServers);
        return new SightingFollower(() -> new KafkaConsumer<>(settings), store, registry);
    }

    private static Map<String, Object> consumer(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "menu-service-sightings");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A place that is gone was overtaken by the end of what is kept; the next is good enough.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
