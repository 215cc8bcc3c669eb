package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import carte.browser.window.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A dish with its choices, in a dialog over the menu. */
public final class DishForm {

    private final Locator dialog;

    DishForm(Page page, String dish) {
        this(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(dish)));
    }

    private DishForm(Locator part) {
        dialog = part;
        assertThat(dialog).isVisible();
    }

    /** Opens the page that a dish has of its own. */
    public static DishForm open(Window window, String address) {
        window.open(address);
        return new DishForm(window.page().getByRole(AriaRole.MAIN));
    }

    /** Takes an option. */
    public DishForm take(String option) {
        // What another option would lead to has labels, too, and is not to be seen.
        dialog.getByLabel(option).filter(new Locator.FilterOptions().setVisible(true)).check();
        return this;
    }

    /** Returns the field that says how many of an option are taken. */
    public Locator amount(String option) {
        return dialog.getByRole(AriaRole.SPINBUTTON,
                new Locator.GetByRoleOptions().setName(option));
    }

    /** Presses the button twice before anything can come of it. */
    public void pressTwice() {
        add().evaluate("button => { button.click(); button.click(); }");
    }

    /** Takes one more of the dish. */
    public DishForm oneMore() {
        dialog.getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("One more")).click();
        return this;
    }

    /** Presses the button, whatever comes of it. */
    public DishForm press() {
        add().click();
        return this;
    }

    /** Puts it into the basket. */
    public void addToBasket() {
        press();
        assertThat(dialog).isHidden();
    }

    /** Waits until it says something. */
    public DishForm says(String text) {
        assertThat(dialog).containsText(text);
        return this;
    }

    /** Waits until the button names a price. */
    public DishForm costs(String total) {
        assertThat(add()).containsText(total);
        return this;
    }

    private Locator add() {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add"));
    }
}
