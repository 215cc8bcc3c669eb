package carte.gateway.page;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.page.*}: how long what is made of several parts waits for each of them.
 *
 * @param menu for a menu, unless the reader asks for a version of it
 * @param restaurant for what the menu-service knows of a restaurant
 * @param popularity for what the order-service knows of restaurants, without which all else is
 * shown
 */
@ConfigurationProperties("carte.page")
record PageSettings(
        @DefaultValue("2s") Duration menu,
        @DefaultValue("1s") Duration restaurant,
        @DefaultValue("300ms") Duration popularity) {

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    PageSettings {
        requirePositive("menu", menu);
        requirePositive("restaurant", restaurant);
        requirePositive("popularity", popularity);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("carte.page." + name
                    + " must be a duration above zero such as 300ms but was " + duration);
        }
    }
}
