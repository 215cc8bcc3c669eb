package carte.kit.outbox;

import java.time.Duration;

/**
 * What waits in an outbox.
 *
 * @param age of the oldest event, zero where there is none
 */
record Backlog(long events, Duration age) {

    static final Backlog NONE = new Backlog(0, Duration.ZERO);
}
