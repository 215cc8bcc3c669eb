package carte.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers that are open in this JVM; when it ends, the last one opened is closed first. */
final class OpenServers {

    private static final Logger LOG = LoggerFactory.getLogger(OpenServers.class);
    private static final Deque<Runnable> CLOSERS = new ArrayDeque<>();
    private static final List<Runnable> BEFORE = new CopyOnWriteArrayList<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(OpenServers::closeAll, "embedded-servers-closer"));
    }

    private OpenServers() {}

    static void opened(Runnable closer) {
        synchronized (CLOSERS) {
            CLOSERS.addFirst(closer);
        }
    }

    static void beforeClosing(Runnable action) {
        BEFORE.add(action);
    }

    static void closed(Runnable closer) {
        synchronized (CLOSERS) {
            CLOSERS.remove(closer);
        }
    }

    static void closeAll() {
        BEFORE.forEach(OpenServers::close);
        List<Runnable> open;
        synchronized (CLOSERS) {
            open = List.copyOf(CLOSERS);
        }
        open.forEach(OpenServers::close);
    }

    private static void close(Runnable closer) {
        try {
            closer.run();
        } catch (RuntimeException failure) {
            LOG.error("a server could not be closed at the end of the JVM", failure);
        }
    }
}
