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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of a run, in a file, so that the next run can end those that survived a launcher
 * that was killed. A line is the process id, its start in milliseconds of the epoch, its name.
 */
public final class ProcessLedger {

    // The start is computed from the boot time, which moves when the clock is set.
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();

    /** Uses {@code file}, which need not exist. */
    public ProcessLedger(Path file) {
        this.file = file;
    }

    /** Writes down a process that was just started. */
    public synchronized void add(String name, ProcessHandle process) {
        entries.removeIf(entry -> entry.process().isEmpty());
        entries.add(Entry.of(name, process));
        write();
    }

    /** Ends what the file names and still runs, the last started first; returns the names. */
    public synchronized List<String> stopSurvivors(Duration grace) {
        List<Entry> survivors = read().stream()
                .filter(entry -> entry.process().isPresent())
                .toList().reversed();
        survivors.forEach(entry -> entry.process().ifPresent(each -> stop(each, grace)));
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

    private static void stop(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!ended(process, grace)) {
            process.destroyForcibly();
            if (!ended(process, grace)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        }
    }

    private static boolean ended(ProcessHandle process, Duration timeout) {
        try {
            process.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
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

    private record Entry(long pid, long startMillis, String name) {

        static Entry of(String name, ProcessHandle process) {
            long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            return new Entry(process.pid(), start, name);
        }

        static Optional<Entry> parse(String line) {
            String[] parts = line.split(" ", 3);
            if (parts.length < 3 || !parts[0].matches("\\d{1,18}")
                    || !parts[1].matches("\\d{1,18}")) {
                return Optional.empty();
            }
            return Optional.of(new Entry(
                    Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]));
        }

        String line() {
            return pid + " " + startMillis + " " + name;
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
