package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import carte.browser.window.Window;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** An order as whoever placed it follows it. */
public final class OrderPage {

    private final Page page;

    private OrderPage(Page page) {
        this.page = page;
    }

    /** Returns it where it is shown already, or about to be. */
    public static OrderPage shownIn(Window window) {
        assertThat(window.page().getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("Your order").setExact(true))).isVisible();
        return new OrderPage(window.page());
    }

    /** Waits until it says what becomes of the order. */
    public OrderPage says(String sentence) {
        assertThat(page.getByText(sentence).and(page.getByRole(AriaRole.STATUS))).isVisible();
        return this;
    }

    /** Waits until it says that it hears of nothing. */
    public OrderPage saysThatTheConnectionIsLost() {
        return says("Connection lost");
    }

    /** Gives stars. */
    public OrderPage rate(int stars) {
        // What is clicked is the star: the button below it is not to be seen.
        page.getByText(stars + " stars").locator("xpath=..").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).click();
        return this;
    }

    /** Waits for the thanks. */
    public void thanks() {
        assertThat(page.getByText("Thank you!")).isVisible();
    }
}
