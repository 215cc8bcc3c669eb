package carte.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Tells in plain lines what is being started and what is ready, with the seconds since then. */
public final class Progress {

    private final PrintStream out;
    private final InstantSource clock;

    /** Writes to {@code out}. */
    public Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Returns one that says nothing. */
    public static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream()),
                InstantSource.system());
    }

    /** Says that something starts; what is returned says that it is ready. */
    public Step starting(String what) {
        line("starting", what);
        return new Step(what, clock.millis());
    }

    /** Says that everything stops; what is returned says that it has. */
    public Step stopping() {
        say("");
        line("stopping", "everything, in order");
        return new Step("everything", clock.millis());
    }

    /** Writes a line with a word in front that says what it is about. */
    public synchronized void line(String word, String text) {
        out.printf(Locale.ROOT, "  %-10s %s%n", word, text);
        out.flush();
    }

    /** Writes a line as it is. */
    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    /** Something that was announced and has not come to its end. */
    public final class Step {

        private final String what;
        private final long since;

        private Step(String what, long since) {
            this.what = what;
            this.since = since;
        }

        /** Says that it is ready. */
        public void ready() {
            line("ready", text());
        }

        /** Says that it has stopped. */
        public void stopped() {
            line("stopped", text());
        }

        private String text() {
            return String.format(Locale.ROOT, "%-23s %5.1f s", what, seconds(since));
        }
    }

    private double seconds(long since) {
        return Duration.ofMillis(clock.millis() - since).toMillis() / 1_000.0;
    }
}
