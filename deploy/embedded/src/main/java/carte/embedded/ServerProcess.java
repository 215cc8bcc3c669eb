package carte.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One run of a server as a child process that writes to a log file. */
final class ServerProcess {

    private static final int LOG_LINES_IN_ERRORS = 20;
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration KILL_TIME = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Path log;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ServerProcess start(String name, List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(detached(command)).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).start();
            process.getOutputStream().close();
            return new ServerProcess(name, process, log);
        } catch (IOException failure) {
            throw new StartFailed(name + " cannot be run: " + failure.getMessage(), failure);
        }
    }

    /** In its own session, so that Ctrl-C reaches only the owner, who stops servers in order. */
    private static List<String> detached(List<String> command) {
        List<String> whole = new ArrayList<>(command);
        Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).filter(Files::isExecutable)
                .findFirst().ifPresent(setsid -> whole.addFirst(setsid.toString()));
        return whole;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        // The handle asks the system; the process itself is told a moment later.
        return process.toHandle().isAlive();
    }

    /** Waits until the server is ready; a server that is not, in time, is killed. */
    void awaitReady(BooleanSupplier ready, Duration timeout) {
        boolean settled = Poll.until(() -> !process.isAlive() || ready.getAsBoolean(), timeout);
        if (!process.isAlive()) {
            throw failure("stopped while starting (exit code " + process.exitValue() + ")");
        }
        if (!settled) {
            kill();
            throw failure("was not ready after " + timeout.toSeconds() + " s");
        }
    }

    /** Waits for the end of a program that only prepares something. */
    void awaitSuccess(Duration timeout) {
        if (!ended(timeout)) {
            kill();
            throw failure("did not end within " + timeout.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw failure("failed (exit code " + process.exitValue() + ")");
        }
    }

    private StartFailed failure(String what) {
        return new StartFailed(name + " " + what + "; the end of " + log + ":\n" + endOfLog());
    }

    String endOfLog() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
                    .toList();
            int from = Math.max(0, lines.size() - LOG_LINES_IN_ERRORS);
            return String.join("\n", lines.subList(from, lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + log, failure);
        }
    }

    void stop(StopSignal signal) {
        if (!process.isAlive()) {
            return;
        }
        signal.send(process.toHandle());
        if (!ended(GRACE)) {
            kill();
        }
    }

    private void kill() {
        process.destroyForcibly();
        if (!ended(KILL_TIME)) {
            throw new IllegalStateException(name + ", process " + pid() + ", cannot be stopped");
        }
    }

    private boolean ended(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            // Whoever interrupts wants an end, and no process may be left behind.
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
