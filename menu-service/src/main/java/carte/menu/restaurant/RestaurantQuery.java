package carte.menu.restaurant;

import carte.kit.http.QueryParameters;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a list of restaurants is asked for; null is "any".
 *
 * @param country ISO 3166-1 alpha-2
 * @param city compared without regard to case
 * @param text looked for in name, city and cuisines, without regard to case
 * @param openNow whether only open restaurants are wanted
 * @param after where the last page ended
 */
record RestaurantQuery(
        @Nullable String country,
        @Nullable String city,
        @Nullable String cuisine,
        @Nullable String text,
        boolean openNow,
        int limit,
        @Nullable Cursor after) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int LONGEST_TEXT = 200;

    /** Reads the parameters of a request; 400 that names what was expected. */
    static RestaurantQuery of(MultiValueMap<String, String> query) {
        QueryParameters parameters = new QueryParameters(query);
        String country = parameters.one("country");
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw QueryParameters.malformed("country: expected two capital letters such as NG");
        }
        String cursor = parameters.one("cursor");
        return new RestaurantQuery(
                country,
                text(parameters, "city"),
                text(parameters, "cuisine"),
                text(parameters, "q"),
                openNow(parameters),
                parameters.limit(),
                cursor == null ? null : Cursor.parse(cursor));
    }

    private static boolean openNow(QueryParameters parameters) {
        return switch (parameters.one("open_now")) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw QueryParameters.malformed("open_now: expected true or false");
        };
    }

    private static @Nullable String text(QueryParameters parameters, String name) {
        String text = parameters.one(name);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_TEXT || text.codePoints().anyMatch(Character::isISOControl)) {
            throw QueryParameters.malformed(name + ": expected at most " + LONGEST_TEXT
                    + " characters, none of them a control character");
        }
        return text.strip();
    }
}
