package carte.order.menuservice;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bounds what a menu-service that is slow or gone can cost. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MenuServiceSettings.class)
class MenuServiceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MenuServiceConfiguration.class);
    private static final String NAME = "menu-service";
    private static final int MOST_CALLS = 32;

    /** Opens where most of the latest calls failed, and lets one try again after two seconds. */
    @Bean
    CircuitBreaker menuServiceBreaker(MeterRegistry meters) {
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
        CircuitBreaker breaker = registry.circuitBreaker(NAME, CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
        breaker.getEventPublisher().onStateTransition(
                change -> LOG.warn("menu-service: the circuit is {}",
                        change.getStateTransition().getToState()));
        return breaker;
    }

    @Bean
    Bulkhead menuServiceBulkhead() {
        return Bulkhead.of(NAME, BulkheadConfig.custom()
                .maxConcurrentCalls(MOST_CALLS)
                .maxWaitDuration(Duration.ZERO)
                .build());
    }

    @Bean
    MenuServiceClient menuServiceClient(
            MenuServiceSettings settings, CircuitBreaker breaker, Bulkhead bulkhead) {
        return new MenuServiceClient(new Instances(settings.menuService(), System::nanoTime),
                MOST_CALLS, breaker, bulkhead);
    }
}
