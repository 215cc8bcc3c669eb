package carte.faults.lunch;

import java.time.Duration;

/**
 * One request as its sender saw it; moments are {@link System#nanoTime}.
 *
 * @param dueAt when it was to be sent: whoever waited to send it waited too
 * @param endedAt when the answer was there
 * @param status of the answer, 0 if there was none
 * @param retryAfter whether the answer said when to come again
 * @param whole false for a page that names a part as unavailable
 */
record Sample(
        Wish wish, long dueAt, long endedAt, int status, boolean retryAfter, boolean whole) {

    boolean served() {
        return status == 200 || status == 201;
    }

    /** Tells whether it was turned away as one should be, rather than let down. */
    boolean refused() {
        return status == 429 || status == 503;
    }

    Duration latency() {
        return Duration.ofNanos(endedAt - dueAt);
    }
}
