package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The versions of a menu, and the way back to each. */
public final class HistoryPage {

    private final Page page;

    /** Takes the page that shows it. */
    public HistoryPage(Page page) {
        this.page = page;
    }

    /** Opens a version. */
    public HistoryPage version(int version) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(
                Pattern.compile("^Version " + version + "\\b"))).click();
        return this;
    }

    /** Waits until it says something. */
    public HistoryPage says(String... texts) {
        for (String text : texts) {
            assertThat(page.getByRole(AriaRole.MAIN)).containsText(text);
        }
        return this;
    }

    /** Goes back to the version that is shown. */
    public void rollBack(int version) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
                .setName("Roll back to version " + version)).click();
    }
}
