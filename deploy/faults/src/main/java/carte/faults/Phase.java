package carte.faults;

import java.time.Duration;

/** A part of a run, which lasts as long as it is said to: nothing is waited for but the clock. */
public final class Phase {

    private Phase() {}

    /**
     * Lets it pass.
     *
     * @throws IllegalStateException if the run is interrupted
     */
    public static void pass(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a run", e);
        }
    }
}
