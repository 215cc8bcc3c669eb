package carte.gateway.site.customer;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What customers' pages offer.
 *
 * @param countries that have restaurants, as ISO 3166-1 alpha-2; the first for all who give no
 * hint
 */
@ConfigurationProperties("carte.site")
record CustomerSettings(
        @DefaultValue( {
                "NG", "GH", "CI", "SN", "KE", "UG", "TZ", "RW", "EG",
                "MA"}) List<String> countries){

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    CustomerSettings {
        countries = List.copyOf(countries);
        if (countries.isEmpty() || !countries.stream().allMatch(Place::isCountry)) {
            throw new IllegalArgumentException("carte.site.countries must be countries such as"
                    + " NG,GH but was " + countries);
        }
    }
}
