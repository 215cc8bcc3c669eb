package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import carte.browser.window.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The basket, which is kept in the browser. */
public final class BasketPage {

    private final Window window;
    private final Page page;

    private BasketPage(Window window) {
        this.window = window;
        this.page = window.page();
    }

    /** Returns it where it is shown already, or about to be. */
    static BasketPage shownIn(Window window) {
        BasketPage basket = new BasketPage(window);
        assertThat(window.page().getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("Your basket"))).isVisible();
        return basket;
    }

    /** Opens it. */
    public static BasketPage open(Window window) {
        window.open("/basket");
        return shownIn(window);
    }

    /** Waits until a line has all of these texts. */
    public BasketPage has(String dish, String... texts) {
        Locator line = line(dish);
        for (String text : texts) {
            assertThat(line).containsText(text);
        }
        return this;
    }

    private Locator line(String dish) {
        return page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.GROUP)))
                .filter(new Locator.FilterOptions().setHas(page.getByText(dish,
                        new Page.GetByTextOptions().setExact(true))));
    }

    /** Waits until it says what has changed. */
    public BasketPage saysThatItChanged(String... texts) {
        Locator note = page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions()
                .setHasText("The menu has changed since you chose"));
        assertThat(note).isVisible();
        for (String text : texts) {
            assertThat(note).containsText(text);
        }
        return this;
    }

    /** Waits until it says why there is no order yet, or whether there is one. */
    public BasketPage says(String text) {
        assertThat(page.getByRole(AriaRole.ALERT).filter(
                new Locator.FilterOptions().setHasText(text))).isVisible();
        return this;
    }

    /** Returns the buttons by which there is more or less of a line. */
    public Locator steppers() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
                .setName(Pattern.compile("^(One more|One fewer|Remove)")));
    }

    /** Agrees to what has changed. */
    public BasketPage takeOverTheChanges() {
        button("Take over the changes").click();
        return this;
    }

    /** Returns the button that places the order. */
    public Locator orderButton() {
        return button("Place the order");
    }

    /** Places the order. */
    public OrderPage order() {
        orderButton().click();
        return OrderPage.shownIn(window);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
