package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.window.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The orders of a restaurant as its people bring them on. */
public final class BoardPage {

    private final Page page;

    private BoardPage(Page page) {
        this.page = page;
    }

    /** Logs in as the restaurant and opens it. */
    public static BoardPage open(Window window, Restaurant restaurant) {
        LoginPage.open(window, restaurant.admin() + "/orders", restaurant.id());
        return new BoardPage(window.page());
    }

    /** Waits until an order is there that has this in it. */
    public BoardPage hasOrderOf(String text) {
        assertThat(order(text)).isVisible();
        return this;
    }

    private Locator order(String text) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions()
                .setHasText(text)
                .setHas(page.getByRole(AriaRole.BUTTON)));
    }

    /** Brings the order on that has this in it. */
    public BoardPage press(String button, String text) {
        order(text).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(
                Pattern.compile("^" + button + ": order"))).click();
        return this;
    }

    /** Waits until an order has the focus: whoever brought it on stays with it. */
    public BoardPage hasFocusOn(String text) {
        assertThat(order(text)).isFocused();
        return this;
    }

    /** Waits until it says that an order has come. */
    public BoardPage announces() {
        assertThat(page.getByRole(AriaRole.STATUS).filter(
                new Locator.FilterOptions().setHasText("New order: #"))).hasCount(1);
        return this;
    }

    /** Waits until no order is there. */
    public void isEmpty() {
        assertThat(order("#")).hasCount(0);
    }
}
