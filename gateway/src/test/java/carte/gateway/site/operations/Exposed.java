package carte.gateway.site.operations;

import java.time.Instant;
import java.util.Map;

/** What services would tell, written as they write it. */
final class Exposed {

    static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private Exposed() {}

    static Samples of(String text) {
        return MetricText.read(text, _ -> true);
    }

    /** Returns a look at one gateway, some seconds past noon. */
    static Look gateway(long second, String text) {
        return Look.of(NOON.plusSeconds(second), Map.of("gateway", of(text)));
    }

    /** Returns a look to which nobody answered. */
    static Look silence(long second) {
        return Look.of(NOON.plusSeconds(second), Map.of());
    }
}
