package carte.menu.restaurant;

import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.List;
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

    /** What the texts of a query look like. */
    static final String TEXT_SCHEMA = "{\"type\": \"string\", \"maxLength\": 200}";

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final int LONGEST_TEXT = 200;
    private static final String DEFAULT_LIMIT = "20";

    /** Reads the parameters of a request; 400 that names what was expected. */
    static RestaurantQuery of(MultiValueMap<String, String> parameters) {
        String country = one(parameters, "country");
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw malformed("country: expected two capital letters such as NG");
        }
        String limit = one(parameters, "limit");
        if (limit != null && !LIMIT.matcher(limit).matches()) {
            throw malformed("limit: expected a whole number from 1 to 100");
        }
        String cursor = one(parameters, "cursor");
        return new RestaurantQuery(
                country,
                text(parameters, "city"),
                text(parameters, "cuisine"),
                text(parameters, "q"),
                openNow(parameters),
                Integer.parseInt(limit == null ? DEFAULT_LIMIT : limit),
                cursor == null ? null : Cursor.parse(cursor));
    }

    private static boolean openNow(MultiValueMap<String, String> parameters) {
        return switch (one(parameters, "open_now")) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed("open_now: expected true or false");
        };
    }

    private static @Nullable String text(MultiValueMap<String, String> parameters, String name) {
        String text = one(parameters, name);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_TEXT || text.codePoints().anyMatch(Character::isISOControl)) {
            throw malformed(name + ": expected at most " + LONGEST_TEXT
                    + " characters, none of them a control character");
        }
        return text.strip();
    }

    /** An empty parameter is one that was not given. */
    private static @Nullable String one(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw malformed(name + ": expected at most once");
        }
        String value = values.getFirst();
        return value == null || value.isBlank() ? null : value;
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemType.MALFORMED_REQUEST, detail);
    }
}
