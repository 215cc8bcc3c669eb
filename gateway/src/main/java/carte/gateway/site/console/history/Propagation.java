package carte.gateway.site.console.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How fast a version came to be seen.
 *
 * @param stops what it passed, the first one first
 * @param gateways how many gateways have shown it
 * @param millis until all of them did; null while that is not known
 * @param trace the address of its trace; null where there is none
 */
record Propagation(
        long version,
        List<Stop> stops,
        int gateways,
        @Nullable String millis,
        @Nullable String trace) {

    /**
     * Something that the version has passed.
     *
     * @param message the name of a message, to which {@code name} is the argument
     * @param millis after the commit
     */
    record Stop(String message, String name, String millis) {}

    /** Copies the list. */
    Propagation {
        stops = List.copyOf(stops);
    }

    static Propagation of(JsonNode json, TraceViewer viewer, Locale locale) {
        Instant committed = Instant
                .parse(json.path("committedAt").asString("1970-01-01T00:00:00Z"));
        List<Stop> stops = new ArrayList<>();
        add(stops, "console.stop.kafka", "", committed, json.path("kafkaAckedAt"), locale);
        add(stops, "console.stop.redis", "", committed, json.path("redisAppliedAt"), locale);
        Duration last = since(committed, json.path("redisAppliedAt"));
        int gateways = 0;
        for (JsonNode gateway : json.path("gateways")) {
            Duration seen = since(committed, gateway.path("seenAt"));
            add(stops, "console.stop.gateway", gateway.path("instance").asString(""), committed,
                    gateway.path("seenAt"), locale);
            gateways++;
            last = last != null && seen != null && seen.compareTo(last) > 0 ? seen : last;
        }
        boolean known = last != null && gateways > 0;
        return new Propagation(json.path("version").asLong(), stops, gateways,
                known ? millis(java.util.Objects.requireNonNull(last), locale) : null,
                viewer.address(json.path("traceId").asString("")));
    }

    private static void add(List<Stop> stops, String message, String name, Instant committed,
            JsonNode at, Locale locale) {
        Duration since = since(committed, at);
        if (since != null) {
            stops.add(new Stop(message, name, millis(since, locale)));
        }
    }

    private static @Nullable Duration since(Instant committed, JsonNode at) {
        return at.isString()
                ? Duration.between(committed, Instant.parse(at.asString()))
                : null;
    }

    /** Whole milliseconds, but for what took less than ten. */
    private static String millis(Duration duration, Locale locale) {
        double millis = duration.toNanos() / 1e6;
        return millis < 10 && millis > 0
                ? String.format(locale, "%.1f", millis)
                : String.format(locale, "%,d", Math.round(millis));
    }
}
