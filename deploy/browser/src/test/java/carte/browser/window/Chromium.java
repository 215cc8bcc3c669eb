package carte.browser.window;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium of this machine. Where there is none the tests are left out, but never where
 * {@code CI=true} says that nothing may be.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String MISSING = "No Chromium is on the path: the pages are not tried in"
            + " a browser. Debian has it in chromium";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                // Its own walls cannot be put up by root, as which builds in containers run.
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name"))));
    }

    /** Leaves the test out, or fails it, where there is no browser. */
    static void require() {
        if (program().isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                fail(MISSING);
            }
            System.err.println(MISSING);
            abort(MISSING);
        }
    }

    static Chromium start() {
        return new Chromium(program().orElseThrow());
    }

    private static Optional<Path> program() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
