package carte.local.suite;

import carte.local.process.ChildProcess;
import carte.local.process.LogEnd;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a process is ready, and says why if it never is. */
final class Awaiting {

    private static final long PAUSE_MILLIS = 100;
    private static final Probe PROBE = new Probe();

    private Awaiting() {}

    /** Throws {@link StartRefused} if the process ends or time runs out before it is ready. */
    static void ready(ChildProcess process, URI health, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (PROBE.answers(health)) {
                return;
            }
            pause();
        }
        throw failure(process, timeout);
    }

    private static StartRefused failure(ChildProcess process, Duration timeout) {
        String what = process.isAlive()
                ? " was not ready after " + timeout.toSeconds() + " s."
                : " ended while it was starting (exit code " + process.onExit().join() + ").";
        return new StartRefused(process.name() + what + " Its log says:\n\n"
                + LogEnd.summary(process.lines()).indent(4)
                + "\nAll of its log: " + process.log());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.", e);
        }
    }
}
