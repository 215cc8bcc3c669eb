package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.window.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A restaurant as its customers see it. */
public final class RestaurantPage {

    private final Window window;
    private final Page page;

    private RestaurantPage(Window window) {
        this.window = window;
        this.page = window.page();
    }

    /** Opens it, and waits until changes of its menu are heard where scripts run. */
    public static RestaurantPage open(Window window, Restaurant restaurant) {
        window.open(restaurant.path());
        RestaurantPage opened = new RestaurantPage(window);
        opened.showsTitle(restaurant.name());
        return opened;
    }

    private void showsTitle(String name) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)
                .setExact(true))).isVisible();
    }

    /** Waits until it says that it hears of changes. */
    public RestaurantPage isLive() {
        assertThat(page.getByRole(AriaRole.STATUS).filter(
                new Locator.FilterOptions().setHasText("Live"))).isVisible();
        return this;
    }

    /** Waits until it says that it does not. */
    public void saysThatTheConnectionIsLost() {
        assertThat(page.getByRole(AriaRole.STATUS).filter(
                new Locator.FilterOptions().setHasText("Connection lost"))).isVisible();
    }

    /** Returns the line of a dish. */
    public Locator dish(String name) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHas(
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)
                        .setExact(true))));
    }

    /** Waits until the line of a dish says something. */
    public void showsOf(String dish, String text) {
        assertThat(dish(dish)).containsText(text);
    }

    /** Returns what is said to those who do not see the page. */
    public Locator announcement(String text) {
        return page.getByRole(AriaRole.STATUS).filter(
                new Locator.FilterOptions().setHasText(text));
    }

    /** Waits until a dish is open to choose what goes with it. */
    public DishForm chosen(String dish) {
        return new DishForm(page, dish);
    }

    /** Opens a dish to choose what goes with it. */
    public DishForm choose(String dish) {
        dish(dish).getByRole(AriaRole.LINK).first().click();
        return new DishForm(page, dish);
    }

    /** Returns the address of the page that a dish has of its own. */
    public String addressOf(String dish) {
        return String.valueOf(dish(dish).getByRole(AriaRole.LINK).first().getAttribute("href"));
    }

    /** Waits until the bar at the bottom says something of the basket. */
    public Locator basketBar() {
        return page.getByRole(AriaRole.COMPLEMENTARY,
                new Page.GetByRoleOptions().setName("Basket"));
    }

    /** Goes to the basket by the bar at the bottom. */
    public BasketPage toBasket() {
        basketBar().getByRole(AriaRole.LINK).click();
        return BasketPage.shownIn(window);
    }
}
