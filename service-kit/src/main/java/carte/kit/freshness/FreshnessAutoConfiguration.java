package carte.kit.freshness;

import carte.contracts.cache.DatabaseClock;
import carte.contracts.cache.Freshness;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The bound, and the clock by which it is judged, of a service that answers from caches. */
@AutoConfiguration
@EnableConfigurationProperties(FreshnessProperties.class)
public class FreshnessAutoConfiguration {

    @Bean
    Freshness freshness(FreshnessProperties properties) {
        return properties.freshness();
    }

    @Bean
    DatabaseClock databaseClock() {
        return new DatabaseClock();
    }

    @Bean
    MeterBinder clockBehind(DatabaseClock clock) {
        return registry -> TimeGauge
                .builder("carte.clock.behind", clock, TimeUnit.NANOSECONDS,
                        known -> known.behind().toNanos())
                .description("By how much this clock is known to be behind the databases'")
                .register(registry);
    }
}
