package carte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.page.EditorPage;
import carte.browser.page.LoginPage;
import carte.browser.window.InBrowser;
import carte.browser.window.Site;
import carte.browser.window.Window;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is let into the console, and who is not. */
@ExtendWith(InBrowser.class)
class LoginIT {

    @Test
    void noPageOfTheConsoleIsShownToWhoHasNotLoggedIn(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window window = site.admin();
        for (String path : List.of("/admin", mamaPut.admin(), mamaPut.admin() + "/items/jollof",
                mamaPut.admin() + "/groups", mamaPut.admin() + "/bulk", mamaPut.admin() + "/import",
                mamaPut.admin() + "/schedule", mamaPut.admin() + "/history",
                mamaPut.admin() + "/orders", mamaPut.admin() + "/orders/board",
                "/admin/operations", "/admin/operations/board")) {
            window.open(path);
            LoginPage.isShown(window);
        }
    }

    @Test
    void loginLeadsToThePageThatWasAskedForAndLogoutEndsIt(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window window = site.admin();
        EditorPage.open(window, mamaPut);
        assertThat(window.path()).startsWith(mamaPut.admin());

        Cookie session = window.page().context().cookies().stream()
                .filter(cookie -> cookie.httpOnly && site.address().getHost().equals(cookie.domain)
                        && !cookie.name.equals("JSESSIONID"))
                .findFirst().orElseThrow();
        assertThat(session.sameSite).hasToString("LAX");

        LoginPage.logOut(window);
        window.open(mamaPut.admin());
        LoginPage.isShown(window);
    }

    @Test
    void peopleOfOneRestaurantDoNotSeeAnothers(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Restaurant other = site.kitchen().openMamaPut();
        Window window = site.admin();
        EditorPage.open(window, mamaPut);
        window.expectComplaint("403");

        for (String path : List.of(other.admin(), "/admin/operations")) {
            window.open(path);
            assertThat(window.page().getByRole(AriaRole.HEADING)).hasText(
                    new String[]{"This page is for others"});
        }
    }
}
