package carte.gateway.site.customer;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What a customer looks for; what is not given is empty.
 *
 * @param text in the names of restaurants or dishes
 * @param cursor where the page before ended
 */
record Search(
        String country,
        String city,
        String cuisine,
        String text,
        boolean openNow,
        String cursor) {

    private static final int LONGEST = 200;
    private static final int LEAST_TEXT = 2;
    private static final int A_PAGE = 24;

    /** Reads the parameters of a page's address, in which nothing can be wrong. */
    static Search of(MultiValueMap<String, String> query, String country) {
        return new Search(country, text(query, "city"), text(query, "cuisine"), text(query, "q"),
                text(query, "open_now").equals("true"), text(query, "cursor"));
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        if (value == null) {
            return "";
        }
        String clean = value.codePoints()
                .filter(each -> !Character.isISOControl(each))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.strip();
    }

    /** Tells whether the text is long enough to look for dishes. */
    boolean isForDishes() {
        return text.length() >= LEAST_TEXT && cursor.isEmpty();
    }

    /** Returns what of the API answers it. */
    String apiPath() {
        return "/api/v1/restaurants?" + query(cursor) + "&limit=" + A_PAGE;
    }

    /** Returns the address of the page that begins at a cursor; empty for the first. */
    public String address(String at) {
        return "/restaurants?" + query(at);
    }

    /** Returns the address of the same search for another cuisine; empty for all. */
    public String withCuisine(String other) {
        return new Search(country, city, other, text, openNow, "").address("");
    }

    private String query(String at) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("country", country);
        parameters.put("city", city);
        parameters.put("cuisine", cuisine);
        parameters.put("q", text);
        parameters.put("open_now", openNow ? "true" : "");
        parameters.put("cursor", at);
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "="
                        + UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
