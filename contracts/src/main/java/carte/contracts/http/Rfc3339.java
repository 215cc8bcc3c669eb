package carte.contracts.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in headers. */
public final class Rfc3339 {

    private static final long NANOS_A_MILLI = 1_000_000;
    private static final DateTimeFormatter MILLIS = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private Rfc3339() {}

    /** Returns the time in UTC, rounded down: nothing is ever said to be fresher than it is. */
    public static String millis(Instant time) {
        return MILLIS.format(time);
    }

    /** Returns the time in UTC, rounded up. */
    public static String millisUp(Instant time) {
        return MILLIS.format(time.plusNanos(NANOS_A_MILLI - 1));
    }
}
