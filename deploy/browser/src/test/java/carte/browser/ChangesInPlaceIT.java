package carte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.page.EditorPage;
import carte.browser.page.RestaurantPage;
import carte.browser.window.InBrowser;
import carte.browser.window.Site;
import carte.browser.window.Window;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is changed in one window is seen in the other, which nobody has loaded again. */
@ExtendWith(InBrowser.class)
class ChangesInPlaceIT {

    @Test
    void priceChangedByTheAdminIsSeenByTheCustomerAtOnce(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage menu = RestaurantPage.open(customers, mamaPut).isLive();
        menu.showsOf("Jollof rice", "₦2,500");
        customers.mark();

        EditorPage editor = EditorPage.open(site.admin(), mamaPut)
                .changePrice("Jollof rice", "2600")
                .saved();

        menu.showsOf("Jollof rice", "₦2,600");
        assertThat(customers.isMarked()).as("the page was not loaded again").isTrue();
        assertThat(menu.announcement("Jollof rice")).hasCount(1);
        assertThat(editor.liveAfterMillis()).isBetween(0.1, 5_000.0);
        assertThat(editor.trace()).matches("http://localhost:\\d+/zipkin/traces/[0-9a-f]{32}");
    }

    @Test
    void soldOutDishIsMarkedAndComesBackAndTellsUntilWhen(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage menu = RestaurantPage.open(customers, mamaPut).isLive();
        customers.mark();
        EditorPage editor = EditorPage.open(site.admin(), mamaPut);

        editor.soldOut("Beef suya").saved();
        menu.showsOf("Beef suya", "Sold out");

        editor.backOnSale("Beef suya").saved();
        assertThat(menu.dish("Beef suya")).not().containsText("Sold out");

        editor.soldOutUntilTomorrow("Beef suya").saved();
        menu.showsOf("Beef suya", "Sold out, back");
        assertThat(customers.isMarked()).as("the page was not loaded again").isTrue();
    }

    @Test
    void undoBringsBackWhatWas(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();

        EditorPage editor = EditorPage.open(site.admin(), mamaPut)
                .changePrice("Zobo", "700").saved();
        menu.showsOf("Zobo", "₦700");
        editor.undo();

        menu.showsOf("Zobo", "₦600");
    }

    @Test
    void pageThatNobodyLooksAtLetsItsConnectionGoAndIsUpToDateOnceSomebodyDoes(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        customers.page().clock().install();
        RestaurantPage menu = RestaurantPage.open(customers, mamaPut).isLive();
        customers.mark();
        AtomicBoolean closed = new AtomicBoolean();
        customers.page().onRequestFailed(
                request -> closed.compareAndSet(false, request.url().endsWith("/events")));
        // So is the end of the connection called.
        customers.expectComplaint("error: Event");

        customers.lookedAt(false);
        customers.page().clock().fastForward(61_000);
        customers.page().waitForCondition(closed::get);
        site.kitchen().changePrice(mamaPut, "zobo", 75_000);
        customers.lookedAt(true);

        menu.isLive().showsOf("Zobo", "₦750");
        assertThat(customers.isMarked()).as("the page was not loaded again").isTrue();
    }

    @Test
    void lostConnectionIsShownAndHealsByItself(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage menu = RestaurantPage.open(customers, mamaPut).isLive();
        customers.mark();

        customers.offline(true);
        menu.saysThatTheConnectionIsLost();
        site.kitchen().changePrice(mamaPut, "zobo", 75_000);
        customers.offline(false);

        menu.isLive().showsOf("Zobo", "₦750");
        assertThat(customers.isMarked()).as("the page was not loaded again").isTrue();
    }
}
