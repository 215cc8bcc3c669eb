package carte.order.restaurants;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.order.restaurants.*}.
 *
 * @param bound after which menu-service is asked whether the copy is still right
 */
@ConfigurationProperties("carte.order.restaurants")
record RestaurantSettings(@DefaultValue("2s") Duration bound) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    RestaurantSettings {
        if (!bound.isPositive()) {
            throw new IllegalArgumentException("bound: expected more than 0s but found " + bound);
        }
    }
}
