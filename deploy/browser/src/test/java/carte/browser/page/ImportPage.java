package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** Where a menu comes from a file, after one has seen what that would change. */
public final class ImportPage {

    private final Page page;

    /** Takes the page that shows it. */
    public ImportPage(Page page) {
        this.page = page;
        assertThat(page.getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("Import a menu"))).isVisible();
    }

    /** Chooses a file and asks what it would change. */
    public ImportPage preview(String name, String type, String content) {
        page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload(
                        name, type, content.getBytes(StandardCharsets.UTF_8)));
        button("Show what it would change").click();
        return this;
    }

    /** Waits until it says something, such as a difference or a fault. */
    public ImportPage says(String... texts) {
        for (String text : texts) {
            assertThat(page.getByRole(AriaRole.MAIN)).containsText(text);
        }
        return this;
    }

    /** Has it done. */
    public void confirm() {
        button("Import it").click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
