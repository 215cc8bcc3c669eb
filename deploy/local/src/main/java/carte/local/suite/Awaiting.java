package carte.local.suite;

import carte.local.process.ChildProcess;
import carte.local.process.LogEnd;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a process is ready, and says why if it never is. */
final class Awaiting {

    private static final long PAUSE_MILLIS = 100;
    private static final Probe HEALTH = new Probe(Duration.ofSeconds(2));
    /** What is given up and asked for again is made twice. */
    private static final Probe PAGES = new Probe(Duration.ofSeconds(15));

    private Awaiting() {}

    /** Throws {@link StartRefused} if the process ends or time runs out before it is ready. */
    static void ready(ChildProcess process, URI health, Duration timeout) {
        answered(process, HEALTH, health, timeout, "was not ready");
    }

    /** Throws {@link StartRefused} if the process ends or time runs out before it shows a page. */
    static void page(ChildProcess process, URI page, Duration timeout) {
        answered(process, PAGES, page, timeout, "did not show " + page);
    }

    private static void answered(ChildProcess process, Probe probe, URI address, Duration timeout,
            String otherwise) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (probe.answers(address)) {
                return;
            }
            pause();
        }
        throw failure(process, timeout, otherwise);
    }

    private static StartRefused failure(
            ChildProcess process, Duration timeout, String otherwise) {
        String what = process.isAlive()
                ? " " + otherwise + " after " + timeout.toSeconds() + " s."
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
