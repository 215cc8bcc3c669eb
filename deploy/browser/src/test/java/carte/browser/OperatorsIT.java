package carte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.page.OperationsPage;
import carte.browser.window.InBrowser;
import carte.browser.window.Site;
import carte.browser.window.Window;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators see. */
@ExtendWith(InBrowser.class)
class OperatorsIT {

    @Test
    void freshnessIsShownAndRenewsItself(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window window = site.admin();
        OperationsPage operations = OperationsPage.open(window);
        window.mark();

        for (String shard : new String[]{"west", "east", "north"}) {
            assertThat(operations.table("At the gateways")).containsText(shard);
            assertThat(operations.table("In Redis")).containsText(shard);
            assertThat(operations.part("Outboxes")).containsText(shard);
        }
        assertThat(operations.part("Processes")).containsText("cache-invalidator");
        assertThat(operations.part("Processes")).not().containsText("silent");

        site.kitchen().changePrice(mamaPut, "zobo", 70_000);
        assertThat(operations.picture("changes; half of them").first()).isVisible();
        assertThat(operations.status()).hasText(Pattern.compile("Renewed every 1 s"));
        assertThat(window.page().getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Traces"))).isVisible();
        org.assertj.core.api.Assertions.assertThat(window.isMarked()).isTrue();
    }
}
