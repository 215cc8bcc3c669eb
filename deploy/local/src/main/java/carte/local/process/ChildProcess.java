package carte.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of ours that writes to a log file. */
public final class ChildProcess {

    private static final Duration KILL_TIME = Duration.ofSeconds(10);

    private static final Duration SESSION_TIME = Duration.ofSeconds(5);
    private static final Duration INSTANT = Duration.ofMillis(1);

    private static final int LOWERED = 10;
    private static final int MOST_YIELDING = 19;
    private static final int ATTEMPTS = 10;

    private final String name;
    private final Process process;
    private final Path log;
    private final long logStart;

    private ChildProcess(String name, Process process, Path log, long logStart) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /** Starts a command whose output is appended to {@code log}. */
    public static ChildProcess start(String name, List<String> command, Path log) {
        try {
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            Process process = new ProcessBuilder(detached(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            return new ChildProcess(name, process, log, logStart);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be run: " + e.getMessage(), e);
        }
    }

    /**
     * In a session of its own, so that Ctrl-C reaches the launcher alone, which stops the others in
     * order.
     */
    private static List<String> detached(List<String> command) {
        List<String> whole = new ArrayList<>(command);
        Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(setsid -> Files.isExecutable(Path.of(setsid)))
                .findFirst()
                .ifPresentOrElse(whole::addFirst,
                        () -> whole.addAll(0, List.of(
                                "/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh")));
        return whole;
    }

    /** Returns what the process is called on the console and in its log's name. */
    public String name() {
        return name;
    }

    /** Returns where its output goes. */
    public Path log() {
        return log;
    }

    /** Returns the operating system's process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Tells whether it runs; a frozen one does. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns what completes with the exit code when it ends. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Asks it to end (SIGTERM), and kills it if it has not ended in time. */
    public void stop(Duration grace) {
        process.destroy();
        if (!ended(grace)) {
            kill();
        }
    }

    /** Ends it at once (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        if (!ended(KILL_TIME)) {
            throw new IllegalStateException(
                    name + ", process " + process.pid() + ", does not end");
        }
    }

    /** Stops its execution (SIGSTOP) until {@link #resume}: it answers nothing, but holds on. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen process go on (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        String pid = Long.toString(process.pid());
        require(done(List.of("kill", "-" + signal, pid)), "kill -" + signal + " " + pid);
    }

    private void require(boolean done, String what) {
        if (!done && process.isAlive()) {
            throw new IllegalStateException(what + " failed");
        }
    }

    /** Gives it only the processor time that all the others leave over. */
    public void yieldToOthers() {
        nice(MOST_YIELDING);
    }

    /** Gives it a ninth of the processor time that others get who want as much. */
    public void lowerShare() {
        nice(LOWERED);
    }

    /** Gives it its share again, which only root may do. */
    public void yieldNoMore() {
        nice(0);
    }

    private void nice(int niceness) {
        niceThreads(niceness);
        niceSession(niceness);
    }

    /** Linux may share processors among sessions first (CONFIG_SCHED_AUTOGROUP). */
    private void niceSession(int niceness) {
        Path session = Path.of("/proc", Long.toString(process.pid()), "autogroup");
        try {
            if (Files.exists(session)) {
                awaitOwnSession();
                Files.writeString(session, Integer.toString(niceness));
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** At first it is still in ours, which is to keep its share. */
    private void awaitOwnSession() throws IOException {
        long until = System.nanoTime() + SESSION_TIME.toNanos();
        boolean over = false;
        while (!over && !leadsSession()) {
            require(System.nanoTime() - until < 0, "a session of its own");
            over = ended(INSTANT);
        }
    }

    private boolean leadsSession() throws IOException {
        String pid = Long.toString(process.pid());
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        // Its name may have spaces: state, parent, group and session follow.
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3].equals(pid);
    }

    /** A thread that ended since they were listed is no reason to give up. */
    private void niceThreads(int niceness) {
        boolean done = false;
        for (int attempt = 0; !done && attempt < ATTEMPTS; attempt++) {
            var command = new ArrayList<>(
                    List.of("renice", "-n", Integer.toString(niceness), "-p"));
            command.addAll(threads());
            done = done(command);
        }
        require(done, "renice to " + niceness);
    }

    /** Linux gives each thread a priority of its own; new ones take that of who starts them. */
    private List<String> threads() {
        Path folder = Path.of("/proc", Long.toString(process.pid()), "task");
        try (Stream<Path> threads = Files.list(folder)) {
            return threads.map(thread -> thread.toFile().getName()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean done(List<String> command) {
        try {
            Process told = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return told.waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling " + name, e);
        }
    }

    /** Returns the lines that it has written; not those of earlier processes. */
    public List<String> lines() {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(logStart, all.length);
            // A log may hold bytes that are no text; they are replaced.
            return new String(all, from, all.length - from, StandardCharsets.UTF_8).lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ended(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Whoever interrupts wants an end, and no process may be left behind.
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
