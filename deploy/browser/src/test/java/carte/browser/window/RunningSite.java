package carte.browser.window;

import carte.local.suite.LocalSuite;
import carte.local.suite.Service;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One suite and one browser for all tests, which the first of them starts. */
final class RunningSite implements AutoCloseable {

    private final LocalSuite suite;
    private final Chromium chromium;

    private RunningSite(LocalSuite suite, Chromium chromium) {
        this.suite = suite;
        this.chromium = chromium;
    }

    static RunningSite start() {
        CompletableFuture<LocalSuite> suite = CompletableFuture.supplyAsync(RunningSite::suite);
        // By this thread, the only one that may use it.
        Chromium chromium = Chromium.start();
        try {
            return new RunningSite(suite.join(), chromium);
        } catch (RuntimeException e) {
            chromium.close();
            throw e;
        }
    }

    private static LocalSuite suite() {
        return LocalSuite.builder()
                .data(Path.of("target", "suite").toAbsolutePath())
                .fresh(true)
                .jaeger(false)
                .demo(true)
                // Where traces of changes begin.
                .traced(Set.of(Service.MENU))
                .property(Service.GATEWAY, "carte.operations.interval", "1s")
                // What a busy machine is late with is not missing.
                .property(Service.GATEWAY, "carte.page.restaurant", "5s")
                .property(Service.GATEWAY, "carte.page.menu", "5s")
                .property(Service.GATEWAY, "carte.page.popularity", "5s")
                .start();
    }

    LocalSuite local() {
        return suite;
    }

    Chromium chromium() {
        return chromium;
    }

    @Override
    public void close() {
        try (suite; chromium) {
            // In this order: the browser first.
        }
    }
}
