package carte.browser.window;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** The pictures of {@code deploy/docs}, which are taken where {@code carte.screenshots} says so. */
public final class Screenshots {

    private static final Path FOLDER = Path.of("..", "docs");

    private Screenshots() {}

    /** Tells whether pictures are wanted; a build changes no files else. */
    public static boolean areWanted() {
        return Boolean.getBoolean("carte.screenshots");
    }

    /** Takes a picture of what a window shows, as much of it as one sees at once. */
    public static void take(Window window, String name) {
        window.page().evaluate("document.activeElement && document.activeElement.blur()");
        window.page().screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png")));
    }
}
