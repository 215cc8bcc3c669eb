package carte.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the JVM that had started it, and still runs in its directory. */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration KILL_TIME = Duration.ofSeconds(10);

    private OrphanedServer() {}

    /**
     * Stops the orphan, if there is one.
     *
     * @param pidFile what the server wrote its process id to, as the first line
     * @param mark a part of the server's command line that no other process has
     */
    static void stop(Path pidFile, String mark, StopSignal signal) {
        Optional<ProcessHandle> named = processNamedIn(pidFile);
        if (named.isEmpty()) {
            return;
        }
        ProcessHandle process = named.get();
        if (runs(process, mark)) {
            LOG.warn("stopping process {}, left behind in {}", process.pid(), pidFile.getParent());
            stop(process, mark, signal);
        } else {
            // The number has passed to a stranger, whom the server would take for itself.
            delete(pidFile);
        }
    }

    private static void stop(ProcessHandle process, String mark, StopSignal signal) {
        signal.send(process);
        if (Poll.until(() -> !runs(process, mark), GRACE)) {
            return;
        }
        process.destroyForcibly();
        if (!Poll.until(() -> !runs(process, mark), KILL_TIME)) {
            throw new IllegalStateException("process " + process.pid() + " cannot be stopped");
        }
    }

    /** A process that has ended but was not collected by its parent has no command line. */
    private static boolean runs(ProcessHandle process, String mark) {
        return process.isAlive() && CommandLine.of(process).contains(mark);
    }

    private static Optional<ProcessHandle> processNamedIn(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            return Files.readAllLines(pidFile).stream().findFirst().map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,10}")).map(Long::valueOf)
                    .flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + pidFile, failure);
        }
    }

    private static void delete(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete the stale " + pidFile, failure);
        }
    }
}
