package carte.order.readiness;

import carte.contracts.event.MenuTopic;
import carte.contracts.event.RestaurantTopic;
import carte.kit.kafka.LogReader;
import carte.order.restaurants.RestaurantGroup;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which groups fill the copies, and from which topics. */
@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

    @Bean
    CopiesHealth copiesHealthIndicator(
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${spring.kafka.consumer.group-id}") String group) {
        return new CopiesHealth(
                Map.of(MenuTopic.NAME, group, RestaurantTopic.NAME, RestaurantGroup.of(group)),
                reader -> consumer(bootstrapServers, reader));
    }

    static Consumer<String, byte[]> consumer(String bootstrapServers, String group) {
        Map<String, Object> settings = LogReader.settings(bootstrapServers, "copies-catch-up");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // Where a group has not begun, and the beginning of the log is gone.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Whether there is a record matters, not what it says.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        return new KafkaConsumer<>(settings);
    }
}
