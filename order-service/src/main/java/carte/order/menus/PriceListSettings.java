package carte.order.menus;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code carte.order.price-lists.*}.
 *
 * @param mostJson of how much JSON price lists are kept; they take some times as much
 */
@ConfigurationProperties("carte.order.price-lists")
record PriceListSettings(@DefaultValue("8MB") DataSize mostJson) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    PriceListSettings {
        if (mostJson.isNegative()) {
            throw new IllegalArgumentException(
                    "most-json: expected 0B or more but found " + mostJson);
        }
    }
}
