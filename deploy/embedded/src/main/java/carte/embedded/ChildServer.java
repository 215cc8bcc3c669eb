package carte.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a child process over its directory: starts, stops, starts again, closes once. */
final class ChildServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChildServer.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final Launch launch;
    private final ServerDirectory directory;
    private final Runnable closer = this::close;
    private @Nullable ServerProcess process;
    private boolean closed;

    /**
     * What is started, and how it is told to be ready.
     *
     * @param ready asked with the process id, since an earlier process may have left its traces
     * @param passingTrouble what stands in the log when it is worth trying again, or null
     */
    record Launch(
            String name,
            int port,
            List<String> command,
            Path log,
            StopSignal signal,
            LongPredicate ready,
            @Nullable String passingTrouble) {}

    private ChildServer(Launch launch, ServerDirectory directory) {
        this.launch = launch;
        this.directory = directory;
    }

    /** Starts over a directory that this server closes from now on, even when it does not start. */
    static ChildServer start(Launch launch, ServerDirectory directory) {
        ChildServer server = new ChildServer(launch, directory);
        OpenServers.opened(server.closer);
        try {
            server.start();
            return server;
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    synchronized void start() {
        if (closed) {
            throw new IllegalStateException(launch.name() + " is closed");
        }
        if (process != null && process.isAlive()) {
            return;
        }
        Ports.requireFree(launch.port(), launch.name());
        long started = System.nanoTime();
        process = startedThroughTrouble(started + START_TIMEOUT.toNanos());
        LOG.info("{} listens on 127.0.0.1:{} (process {}, started in {} ms, data in {})",
                launch.name(), launch.port(), process.pid(),
                Duration.ofNanos(System.nanoTime() - started).toMillis(), directory.root());
    }

    private ServerProcess startedThroughTrouble(long deadline) {
        while (true) {
            ServerProcess attempt = ServerProcess
                    .start(launch.name(), launch.command(), launch.log());
            try {
                attempt.awaitReady(() -> launch.ready().test(attempt.pid()), START_TIMEOUT);
                return attempt;
            } catch (StartFailed failure) {
                if (System.nanoTime() - deadline >= 0 || !isPassing(attempt)) {
                    throw failure;
                }
            } catch (RuntimeException failure) {
                attempt.stop(launch.signal());
                throw failure;
            }
        }
    }

    private boolean isPassing(ServerProcess attempt) {
        String trouble = launch.passingTrouble();
        return trouble != null && attempt.endOfLog().contains(trouble);
    }

    synchronized void stop() {
        if (process != null) {
            process.stop(launch.signal());
        }
    }

    synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(launch.name() + " was not started");
        }
        return process.pid();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        stop();
        directory.close();
        OpenServers.closed(closer);
    }
}
