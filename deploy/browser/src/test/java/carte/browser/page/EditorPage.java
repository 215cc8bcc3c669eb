package carte.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.window.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A menu as its restaurant's people change it. */
public final class EditorPage {

    private static final Pattern LIVE = Pattern.compile("live everywhere in ([0-9,.]+) ms");

    private final Page page;

    private EditorPage(Page page) {
        this.page = page;
    }

    /** Logs in as the restaurant and opens it. */
    public static EditorPage open(Window window, Restaurant restaurant) {
        return open(window, restaurant, restaurant.id());
    }

    /** Logs in as somebody and opens it. */
    public static EditorPage open(Window window, Restaurant restaurant, String who) {
        LoginPage.open(window, restaurant.admin(), who);
        assertThat(window.page().getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(restaurant.name()))).isVisible();
        return new EditorPage(window.page());
    }

    /** Returns the field of an item's price. */
    public Locator price(String item) {
        return page.getByLabel("Price of " + item + " in");
    }

    /** Returns the field of an item's name. */
    public Locator name(String item) {
        return page.getByLabel("Name of " + item, new Page.GetByLabelOptions().setExact(true));
    }

    /** Writes a price and leaves the field, which saves it. */
    public EditorPage changePrice(String item, String price) {
        price(item).fill(price);
        price(item).press("Tab");
        return this;
    }

    /** Takes an item off sale. */
    public EditorPage soldOut(String item) {
        button(item + ": Sold out").click();
        return this;
    }

    /** Takes an item off sale for the rest of the day. */
    public EditorPage soldOutUntilTomorrow(String item) {
        button(item + ": sold out Until tomorrow").click();
        return this;
    }

    /** Has an item back on sale. */
    public EditorPage backOnSale(String item) {
        button(item + ": Back on sale").click();
        return this;
    }

    /** Returns a button by its name. */
    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until a version is said to be saved. */
    public EditorPage saved() {
        assertThat(notice()).containsText("Saved as version");
        return this;
    }

    private Locator notice() {
        return page.getByRole(AriaRole.STATUS).filter(
                new Locator.FilterOptions().setHasText("version"));
    }

    /** Waits until it says in how many milliseconds a change was live everywhere. */
    public double liveAfterMillis() {
        Locator live = page.getByText(LIVE);
        assertThat(live).isVisible();
        Matcher millis = LIVE.matcher(live.innerText());
        if (!millis.find()) {
            throw new AssertionError(live.innerText());
        }
        return Double.parseDouble(millis.group(1).replace(",", ""));
    }

    /** Returns where one sees how the change travelled. */
    public String trace() {
        return String.valueOf(page.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("how it travelled")).getAttribute("href"));
    }

    /** Takes back what was just done. */
    public void undo() {
        button("Undo").click();
    }

    /** Takes a line by its grip and lets go of it above another. */
    public EditorPage drag(String item, String above) {
        grip(item).dragTo(grip(above), new Locator.DragToOptions().setTargetPosition(4, 1));
        return this;
    }

    private Locator grip(String item) {
        return page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHas(name(item)))
                .locator("[data-grip]");
    }

    /** Adds an item at the end of a section, pressing the button twice. */
    public EditorPage addPressingTwice(String section, String item, String price) {
        Locator part = page.locator(".section").filter(new Locator.FilterOptions().setHas(
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(section)
                        .setExact(true))));
        part.getByText("Add an item").click();
        part.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill(item);
        part.getByLabel("Price", new Locator.GetByLabelOptions().setExact(true)).fill(price);
        part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add")
                .setExact(true)).dblclick();
        return this;
    }

    /** Returns the names of all items in their order. */
    public List<String> order() {
        return page.getByRole(AriaRole.LISTITEM)
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions()
                        .setName(Pattern.compile("^Name of ")))
                .all().stream().map(Locator::inputValue).toList();
    }

    /** Waits until both wishes are shown. */
    public Locator conflict(String item) {
        Locator conflict = page.locator("[data-conflict]").filter(
                new Locator.FilterOptions().setHasText(
                        item + ": somebody else has changed this, too"));
        assertThat(conflict).isVisible();
        return conflict;
    }

    /** Goes to another page of the restaurant. */
    public void tab(String name) {
        page.getByRole(AriaRole.NAVIGATION,
                new Page.GetByRoleOptions().setName("Pages of the restaurant"))
                .getByRole(AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
