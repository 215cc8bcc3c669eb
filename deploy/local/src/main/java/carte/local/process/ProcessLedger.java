package carte.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The processes of a run, in a file, so that the next run can end those that survived a launcher
 * that was killed. A line is the process id, its start in milliseconds of the epoch, its role and
 * its name.
 */
public final class ProcessLedger {

    private static final Pattern LINE = Pattern
            .compile("(\\d{1,18}) (\\d{1,18}) (CLIENT|SERVER) (.+)");

    // The start is computed from the boot time, which moves when the clock is set.
    private static final Duration SAME_START = Duration.ofSeconds(2);

    /** When a process is ended: clients before the servers that they use. */
    public enum Role {
        CLIENT, SERVER
    }

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();

    /** Uses {@code file}, which need not exist. */
    public ProcessLedger(Path file) {
        this.file = file;
    }

    /** Writes down a process that was just started. */
    public synchronized void add(Role role, String name, ProcessHandle process) {
        entries.removeIf(entry -> entry.process().isEmpty());
        entries.add(Entry.of(role, name, process));
        write();
    }

    /** Ends what the file names and still runs, clients first; returns the names. */
    public synchronized List<String> stopSurvivors(Duration grace) {
        List<Entry> survivors = read().stream()
                .filter(entry -> entry.process().isPresent())
                .toList();
        for (Role role : Role.values()) {
            stop(survivors.stream().filter(entry -> entry.role == role)
                    .map(Entry::process).flatMap(Optional::stream).toList(), grace);
        }
        clear();
        return survivors.stream().map(Entry::name).toList();
    }

    /** Forgets all: everything has ended in order. */
    public synchronized void clear() {
        entries.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(List<ProcessHandle> processes, Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        if (haveEnded(processes, grace)) {
            return;
        }
        processes.forEach(ProcessHandle::destroyForcibly);
        if (!haveEnded(processes, grace)) {
            throw new IllegalStateException("these processes do not end: "
                    + processes.stream().filter(ProcessHandle::isAlive)
                            .map(ProcessHandle::pid).toList());
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes, Duration timeout) {
        try {
            CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit)
                    .toArray(CompletableFuture[]::new))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Entry> read() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(Entry::parse).flatMap(Optional::stream).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(draft, entries.stream().map(Entry::line).toList());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Entry(long pid, long startMillis, Role role, String name) {

        static Entry of(Role role, String name, ProcessHandle process) {
            long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            return new Entry(process.pid(), start, role, name);
        }

        static Optional<Entry> parse(String line) {
            Matcher parts = LINE.matcher(line);
            return parts.matches()
                    ? Optional.of(new Entry(Long.parseLong(parts.group(1)),
                            Long.parseLong(parts.group(2)), Role.valueOf(parts.group(3)),
                            parts.group(4)))
                    : Optional.empty();
        }

        String line() {
            return pid + " " + startMillis + " " + role + " " + name;
        }

        /** The process, unless it has ended or its number has passed to another. */
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
        }

        private boolean startedThen(ProcessHandle process) {
            return process.info().startInstant()
                    .map(start -> Math.abs(start.toEpochMilli() - startMillis))
                    .filter(difference -> difference <= SAME_START.toMillis())
                    .isPresent();
        }
    }
}
