package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import carte.browser.window.Window;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The issuer's form, which is not ours, and the way to it and back. */
public final class LoginPage {

    private static final String PASSWORD = "carte-demo";

    private LoginPage() {}

    /** Opens a page of the console, as whom it asks for. */
    public static void open(Window window, String path, String who) {
        window.open(path);
        logIn(window, who);
        assertThat(window.page().getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Log out"))).isVisible();
    }

    /** Fills in the form. */
    public static void logIn(Window window, String who) {
        isShown(window);
        Page page = window.page();
        page.getByLabel("Username").fill(who);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    }

    /** Waits until the form is shown. */
    public static void isShown(Window window) {
        assertThat(window.page().getByLabel("Password")).isVisible();
    }

    /** Logs out, and waits for the words that say so. */
    public static void logOut(Window window) {
        Page page = window.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();
        assertThat(page.getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("You have logged out"))).isVisible();
    }
}
