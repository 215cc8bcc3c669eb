package carte.browser.window;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each test its {@link Site}, and fails it for whatever the browser complained of. Of a test
 * that fails there are pictures in {@code target/failed}, and it says what was to be seen.
 */
public final class InBrowser
        implements
            BeforeAllCallback,
            TestExecutionExceptionHandler,
            AfterEachCallback,
            ParameterResolver {

    private static final Namespace OURS = Namespace.create(InBrowser.class);
    private static final int PATIENCE_MILLIS = 20_000;

    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium.require();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        running(context);
    }

    private static RunningSite running(ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(
                RunningSite.class, _ -> RunningSite.start(), RunningSite.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OURS).computeIfAbsent(
                Site.class, _ -> new Site(running(context)), Site.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
            throws Throwable {
        Site site = context.getStore(OURS).get(Site.class, Site.class);
        boolean ofThePage = failure instanceof AssertionError
                || failure instanceof PlaywrightException;
        throw site == null || !ofThePage
                ? failure
                : new AssertionError(failure.getMessage() + "\n" + site.description(), failure);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Site site = context.getStore(OURS).get(Site.class, Site.class);
        if (site == null) {
            return;
        }
        try {
            if (context.getExecutionException().isPresent()) {
                photograph(site, context);
            } else {
                site.hasNoComplaints();
            }
        } finally {
            site.close();
        }
    }

    private static void photograph(Site site, ExtensionContext context) {
        String test = Objects.requireNonNull(context.getRequiredTestClass().getSimpleName())
                + "." + context.getRequiredTestMethod().getName();
        try {
            site.photograph(Path.of("target", "failed"), test);
        } catch (PlaywrightException e) {
            System.err.println("no picture of " + test + ": " + e.getMessage());
        }
    }
}
