package carte.gateway.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** When restaurants that pause are to open again, in milliseconds since 1970. */
final class PauseEnds {

    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

    private final long[] millis;

    private PauseEnds(long[] millis) {
        this.millis = millis;
    }

    static PauseEnds of(List<ObjectNode> restaurants) {
        return new PauseEnds(restaurants.stream()
                .map(restaurant -> restaurant.path("pausedUntil"))
                .map(PauseEnds::end)
                .flatMapToLong(OptionalLong::stream)
                .toArray());
    }

    /**
     * Tells whether none of them can have opened or closed between two times of day. Hours begin
     * and end with a minute; only a pause may end within one.
     */
    boolean noneOpensOrCloses(long from, long to) {
        return Math.floorDiv(from, MINUTE) == Math.floorDiv(to, MINUTE)
                && LongStream.of(millis).noneMatch(end -> end >= from && end <= to);
    }

    private static OptionalLong end(JsonNode until) {
        if (!until.isString()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Instant.parse(until.stringValue()).toEpochMilli());
        } catch (DateTimeException | ArithmeticException _) {
            // It is too far away, or nobody's time.
            return OptionalLong.empty();
        }
    }
}
