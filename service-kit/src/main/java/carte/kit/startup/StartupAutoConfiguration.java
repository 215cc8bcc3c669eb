package carte.kit.startup;

import java.net.URI;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Has every service read a little from itself before it is ready. */
@AutoConfiguration
@EnableConfigurationProperties(FirstReadsSettings.class)
class StartupAutoConfiguration {

    @Bean
    FirstReads firstReads(FirstReadsSettings settings, Environment environment) {
        return new FirstReads(settings, () -> URI.create("http://127.0.0.1:"
                + environment.getRequiredProperty("local.server.port")));
    }
}
