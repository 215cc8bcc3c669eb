package carte.order.restaurants;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up what finds the restaurants. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestaurantSettings.class)
class RestaurantsConfiguration {

    @Bean
    RecentChecks recentChecks(RestaurantSettings settings) {
        return new RecentChecks(settings.bound(), System::nanoTime);
    }
}
