package carte.local.suite;

import carte.local.process.ChildProcess;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a process is ready, and says why if it never is. */
final class Awaiting {

    private static final int LINES_OF_LOG = 25;
    private static final long PAUSE_MILLIS = 50;

    private final Probe probe = new Probe();

    /** Throws {@link StartRefused} if the process ends or time runs out before it is ready. */
    void ready(ChildProcess process, URI health, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (probe.answers(health)) {
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
        return new StartRefused(process.name() + what + " The end of its log, " + process.log()
                + ":\n\n" + String.join("\n", process.lastLines(LINES_OF_LOG)).indent(4));
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
