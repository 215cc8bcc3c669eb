package carte.order.placing;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives orders their time. */
@Configuration(proxyBeanMethods = false)
class PlacingConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
