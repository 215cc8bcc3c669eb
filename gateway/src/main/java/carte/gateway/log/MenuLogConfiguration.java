package carte.gateway.log;

import carte.contracts.cache.DatabaseClocks;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the follower. */
@Configuration(proxyBeanMethods = false)
class MenuLogConfiguration {

    @Bean
    MenuLogFollower menuLogFollower(
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers,
            List<MenuLogSubscriber> subscribers,
            DatabaseClocks clocks,
            MeterRegistry registry) {
        Map<String, Object> settings = MenuLogSettings.of(bootstrapServers);
        return new MenuLogFollower(() -> new KafkaConsumer<>(settings), subscribers, clocks,
                registry);
    }
}
