package carte.kit.freshness;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The bound, and the clocks by which it is judged, of a service that answers from caches. */
@AutoConfiguration
@EnableConfigurationProperties(FreshnessProperties.class)
public class FreshnessAutoConfiguration {

    @Bean
    Freshness freshness(FreshnessProperties properties) {
        return properties.freshness();
    }

    @Bean
    DatabaseClocks databaseClocks() {
        return new DatabaseClocks();
    }
}
