package carte.order.popularity;

import carte.contracts.menu.RestaurantId;
import carte.kit.http.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** Whose figures are asked for. */
sealed interface PopularityQuery {

    /** The most ids of one request. */
    int MOST_IDS = 100;

    /** The form of a country. */
    Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** These restaurants', in this order. */
    record OfRestaurants(List<RestaurantId> ids) implements PopularityQuery {

        /** Copies the list. */
        public OfRestaurants {
            ids = List.copyOf(ids);
        }
    }

    /** Those of the popular restaurants of a country (ISO 3166-1 alpha-2). */
    record OfCountry(String country) implements PopularityQuery {}

    /** Reads the parameters of a request; 400 that names what was expected. */
    static PopularityQuery of(MultiValueMap<String, String> parameters) {
        QueryParameters query = new QueryParameters(parameters);
        String ids = query.one("ids");
        String country = query.one("country");
        if ((ids == null) == (country == null)) {
            throw QueryParameters.malformed("expected either ids or country");
        }
        return ids == null ? ofCountry(String.valueOf(country)) : ofRestaurants(ids);
    }

    private static PopularityQuery ofCountry(String country) {
        if (!COUNTRY.matcher(country).matches()) {
            throw QueryParameters.malformed("country: expected two capital letters such as NG");
        }
        return new OfCountry(country);
    }

    private static PopularityQuery ofRestaurants(String text) {
        List<String> ids = Arrays.asList(text.split(",", -1));
        if (ids.size() > MOST_IDS) {
            throw QueryParameters
                    .malformed("ids: expected 1 to " + MOST_IDS + " but found " + ids.size());
        }
        return new OfRestaurants(ids.stream().map(PopularityQuery::id).toList());
    }

    private static RestaurantId id(String text) {
        return RestaurantId.parse(text).orElseThrow(() -> QueryParameters.malformed(
                "ids: expected restaurant ids such as NG-mama-put-ikeja, separated by commas"));
    }
}
