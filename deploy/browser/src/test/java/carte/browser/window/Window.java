package carte.browser.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.nio.file.Path;

/** A window of somebody's own: nobody else's cookies, and an ear for what the browser says. */
public final class Window {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LONGEST_TEXT = 400;

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final Complaints complaints;

    Window(String name, BrowserContext context, URI site) {
        this.name = name;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        complaints = Complaints.in(context);
        page = context.newPage();
        this.site = site;
    }

    private final URI site;

    /** Returns the page that it shows. */
    public Page page() {
        return page;
    }

    /** Goes to an address of the site. */
    public Window open(String path) {
        page.navigate(site.resolve(path).toString());
        return this;
    }

    /** Returns the path that it shows, with its query. */
    public String path() {
        URI shown = URI.create(page.url());
        return shown.getQuery() == null
                ? shown.getPath()
                : shown.getPath() + "?" + shown.getQuery();
    }

    /** Takes a complaint of the browser that has this in it for what the test is about. */
    public void expectComplaint(String part) {
        complaints.expect(part);
    }

    /** Cuts it off from everything, or connects it again. */
    public void offline(boolean offline) {
        complaints.expect("ERR_INTERNET_DISCONNECTED");
        // A page that hears of a change on a connection from before asks for it in vain.
        complaints.expect("htmx:afterRequest");
        complaints.expect("htmx:sendError");
        context.setOffline(offline);
    }

    /** Pretends that another tab is looked at, or this one again. */
    public void lookedAt(boolean seen) {
        page.evaluate("""
                hidden => {
                  Object.defineProperty(document, 'hidden', {configurable: true, value: hidden});
                  document.dispatchEvent(new Event('visibilitychange'));
                }""", !seen);
    }

    /** Leaves a mark that does not survive the loading of another page. */
    public void mark() {
        page.evaluate("window.carteWasHere = true");
    }

    /** Tells whether it has been the same page since {@link #mark}. */
    public boolean isMarked() {
        return Boolean.TRUE.equals(page.evaluate("window.carteWasHere === true"));
    }

    /** Fails if anything is wider than the window, so that one would have to scroll sideways. */
    public void fitsItsWidth() {
        Object wide = page.evaluate("""
                () => {
                  const width = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= width) return '';
                  return [...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > width + 1)
                    .map(each => each.tagName + '.' + each.className).join(', ')
                    || 'the page scrolls by ' + document.documentElement.scrollWidth;
                }""");
        assertThat(wide).as("wider than the window on %s", path()).isEqualTo("");
    }

    void hasNoComplaints() {
        assertThat(complaints.unexpected()).as("what the browser says in the window of %s", name)
                .isEmpty();
    }

    String description() {
        return "The window of " + name + " shows " + page.url() + ": " + text()
                + " (its browser says " + complaints.unexpected() + ")";
    }

    private String text() {
        try {
            String text = page.innerText("body").replaceAll("\\s+", " ");
            return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        } catch (PlaywrightException e) {
            return "nothing that can be read, " + e.getMessage();
        }
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    String name() {
        return name;
    }

    void close() {
        context.close();
    }
}
