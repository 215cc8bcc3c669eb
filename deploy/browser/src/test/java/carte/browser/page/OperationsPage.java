package carte.browser.page;

import carte.browser.window.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What operators see of how fresh everything is. */
public final class OperationsPage {

    private final Page page;

    private OperationsPage(Page page) {
        this.page = page;
    }

    /** Logs in as the operator and opens it. */
    public static OperationsPage open(Window window) {
        LoginPage.open(window, "/admin/operations", "operator");
        return new OperationsPage(window.page());
    }

    /** Returns a table by its caption. */
    public Locator table(String caption) {
        return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(caption));
    }

    /** Returns the part below a heading. */
    public Locator part(String heading) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(heading)
                .setExact(true));
    }

    /** Returns a histogram by the words that stand for it. */
    public Locator picture(String words) {
        return page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(words));
    }

    /** Returns the line that says whether numbers are renewed. */
    public Locator status() {
        return page.getByRole(AriaRole.STATUS);
    }
}
