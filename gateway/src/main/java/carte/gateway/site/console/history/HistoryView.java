package carte.gateway.site.console.history;

import carte.gateway.site.console.RestaurantFacts;
import carte.gateway.site.console.Times;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Versions of a menu, the newest first.
 *
 * @param newest the version that customers see
 * @param next the address of the page behind this one; null on the last
 */
record HistoryView(List<Version> versions, long newest, @Nullable String next) {

    /**
     * A version.
     *
     * @param change the name of a message that says how it came to be
     */
    record Version(long number, String at, String author, String change, boolean newest,
            String address) {}

    /** Copies the list. */
    HistoryView {
        versions = List.copyOf(versions);
    }

    static HistoryView of(
            JsonNode page, RestaurantFacts restaurant, String address, Locale locale) {
        long newest = restaurant.menuVersion();
        String cursor = page.path("next").asString("");
        return new HistoryView(page.path("items").valueStream()
                .map(each -> version(each, restaurant, newest, address, locale)).toList(),
                newest, cursor.isEmpty() ? null : address + "?cursor=" + cursor);
    }

    static Version version(JsonNode json, RestaurantFacts restaurant, long newest,
            String address, Locale locale) {
        long number = json.path("version").asLong();
        String at = Times.shown(
                json.path("publishedAt").asString(""), restaurant.zone(), locale);
        return new Version(number, at == null ? "" : at, json.path("author").asString(""),
                "console.change." + json.path("change").asString("")
                        .toLowerCase(Locale.ROOT).replace('_', '-'),
                number >= newest, address + "/" + number);
    }
}
