package carte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.page.HomePage;
import carte.browser.window.InBrowser;
import carte.browser.window.Look;
import carte.browser.window.Site;
import carte.browser.window.Window;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Sizes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finding a place to eat. */
@ExtendWith(InBrowser.class)
class CustomersIT {

    private static final long MOST_BYTES = 60_000;

    @Test
    void restaurantIsFoundByCountryCityCuisineAndDish(Site site) {
        Window window = site.customer();
        HomePage home = HomePage.open(window, "KE").country("Nigeria");
        home.city("Lagos").search("jollof");
        assertThat(home.found("Jollof rice").first()).isVisible();

        home.search("Mama Put Ikeja");
        assertThat(home.found("Mama Put Ikeja").first()).isVisible();
        home.search("").city("Abuja").cuisine("grill");
        assertThat(home.found("Suya Republic").first()).isVisible();
        assertThat(home.found("Mama Put Ikeja")).hasCount(0);
    }

    @Test
    void anotherCountryKeepsWhatIsLookedFor(Site site) {
        Window window = site.customer();
        window.open("/restaurants?country=NG&city=Lagos&q=chicken");
        Page page = window.page();

        page.getByLabel("Country").selectOption("KE");

        assertThat(page.getByLabel("City").getByText("Nairobi")).hasCount(1);
        assertThat(page.getByLabel("City").getByText("Lagos")).hasCount(0);
        assertThat(page.getByLabel("Dish or restaurant")).hasValue("chicken");
        assertThat(window.path()).contains("country=KE", "q=chicken");
    }

    @Test
    void searchThatIsRefusedShowsNothingOld(Site site) {
        Window window = site.customer();
        window.open("/restaurants?country=NG&q=jollof");
        HomePage search = HomePage.shownIn(window);
        assertThat(search.found("Jollof rice").first()).isVisible();
        window.expectComplaint("429");
        window.page().route("**/restaurants?*suya*", route -> route.fulfill(
                new Route.FulfillOptions().setStatus(429)));

        search.search("suya");

        assertThat(window.page().getByText("The search did not work").last()).isVisible();
        assertThat(search.found("Jollof rice")).hasCount(0);
        search.search("jollof");
        assertThat(search.found("Jollof rice").first()).isVisible();
    }

    @Test
    void menuIsReadWithoutScripts(Site site) {
        Window window = site.window("reader", Look.PHONE.withoutScripts());
        HomePage.open(window, "NG").city("Lagos").search("Mama Put Ikeja")
                .found("Mama Put Ikeja").first().click();

        assertThat(window.page().getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("Mama Put Ikeja"))).isVisible();
        assertThat(window.page().getByText("₦2,500").first()).isVisible();
        window.page().getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Jollof rice").setExact(true)).click();
        assertThat(window.page().getByText("Chicken").first()).isVisible();
    }

    @Test
    void pageAndMenuAreInTheReadersLanguageAndInTheOneChosen(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window window = site.window("lectrice", Look.PHONE.in("fr-FR"));
        window.open(mamaPut.path());
        Page page = window.page();
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertThat(page.getByText("Riz jollof")).isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English")).click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByText("Jollof rice")).isVisible();
        window.open("/");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void menuPageWeighsLittle(Site site) {
        Window window = site.customer();
        List<Request> finished = new CopyOnWriteArrayList<>();
        window.page().onRequestFinished(finished::add);

        window.open("/restaurants/NG-mama-put-ikeja");
        assertThat(window.page().getByText("Jollof rice").first()).isVisible();

        assertThat(finished.stream().map(Request::sizes).mapToLong(CustomersIT::bytes).sum())
                .as("bytes over the wire").isBetween(5_000L, MOST_BYTES);
    }

    private static long bytes(Sizes sizes) {
        return (long) sizes.responseBodySize + sizes.responseHeadersSize;
    }
}
