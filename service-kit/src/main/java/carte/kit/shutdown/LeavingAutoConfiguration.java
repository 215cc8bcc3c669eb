package carte.kit.shutdown;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Has every service leave before it ends. */
@AutoConfiguration
@EnableConfigurationProperties(LeaveSettings.class)
class LeavingAutoConfiguration {

    @Bean
    Leaving leaving(LeaveSettings settings) {
        return new Leaving(settings);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    LeavingFilter leavingFilter(Leaving leaving) {
        return new LeavingFilter(leaving);
    }
}
