package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import carte.browser.window.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Where customers begin, and what a search finds. */
public final class HomePage {

    private final Page page;

    private HomePage(Page page) {
        this.page = page;
    }

    /** Opens it for a country. */
    public static HomePage open(Window window, String country) {
        window.open("/?country=" + country);
        return shownIn(window);
    }

    /** Returns it, or the page of a search, where it is shown already. */
    public static HomePage shownIn(Window window) {
        assertThat(window.page().getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setLevel(1))).isVisible();
        return new HomePage(window.page());
    }

    /** Chooses a country by its name. */
    public HomePage country(String name) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Countries"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).click();
        return this;
    }

    /** Looks for a dish or a restaurant. */
    public HomePage search(String text) {
        page.getByLabel("Dish or restaurant").fill(text);
        page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Search").setExact(true)).click();
        return this;
    }

    /** Chooses a city of the search. */
    public HomePage city(String city) {
        page.getByLabel("City", new Page.GetByLabelOptions().setExact(true))
                .selectOption(city);
        return this;
    }

    /** Chooses a cuisine of the search. */
    public HomePage cuisine(String cuisine) {
        page.getByLabel("Cuisine", new Page.GetByLabelOptions().setExact(true))
                .selectOption(cuisine);
        return this;
    }

    /** Returns the links to a restaurant or dish of this name. */
    public Locator found(String name) {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(name));
    }
}
