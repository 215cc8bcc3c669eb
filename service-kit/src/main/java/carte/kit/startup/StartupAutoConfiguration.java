package carte.kit.startup;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Has every service read a little from itself before it is ready. */
@AutoConfiguration
@EnableConfigurationProperties(FirstReadsSettings.class)
class StartupAutoConfiguration {

    @Bean
    OwnAddress ownAddress(Environment environment) {
        return new OwnAddress(environment);
    }

    @Bean
    FirstReads firstReads(FirstReadsSettings settings, OwnAddress ownAddress) {
        return new FirstReads(settings, ownAddress::get);
    }
}
