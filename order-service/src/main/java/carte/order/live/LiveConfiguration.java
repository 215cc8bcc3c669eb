package carte.order.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Sets up those who watch and what feeds them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler orderTeller() {
        return Schedulers.newSingle("order-teller", true);
    }

    @Bean
    OrderListeners orderListeners(
            LiveSettings settings, Scheduler orderTeller, MeterRegistry registry) {
        OrderListeners listeners = new OrderListeners(settings.mostListeners(), orderTeller);
        Gauge.builder("carte.order.listeners", listeners, OrderListeners::size)
                .description("Those who watch an order")
                .register(registry);
        return listeners;
    }

    @Bean
    OrderLogFollower orderLogFollower(
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers,
            OrderListeners orderListeners, MeterRegistry registry) {
        Map<String, Object> settings = OrderLogFollower.settings(bootstrapServers);
        return new OrderLogFollower(() -> new KafkaConsumer<>(settings), orderListeners,
                registry);
    }
}
