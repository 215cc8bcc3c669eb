package carte.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, with a bound, for something that no one announces. */
final class Poll {

    private static final Duration STEP = Duration.ofMillis(20);

    private Poll() {}

    /** Returns whether the condition came true in time. */
    static boolean until(BooleanSupplier condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", interruption);
        }
    }
}
