package carte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.page.EditorPage;
import carte.browser.page.HistoryPage;
import carte.browser.page.ImportPage;
import carte.browser.page.RestaurantPage;
import carte.browser.window.InBrowser;
import carte.browser.window.Look;
import carte.browser.window.Site;
import carte.browser.window.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day at the console. */
@ExtendWith(InBrowser.class)
class AdminsIT {

    @Test
    void importShowsWhatItWouldChangeBeforeItDoes(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();
        Window admins = site.admin();
        EditorPage.open(admins, mamaPut).tab("Import");
        String file = site.kitchen().exportCsv(mamaPut).replace("2500.00", "2750.00");

        ImportPage preview = new ImportPage(admins.page())
                .preview("menu.csv", "text/csv", file)
                .says("It would change 1 thing", "Jollof rice", "2,750");
        menu.showsOf("Jollof rice", "₦2,500");
        preview.confirm();

        menu.showsOf("Jollof rice", "₦2,750");
    }

    @Test
    void faultyFileIsRefusedWithThePlaceOfItsFault(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window admins = site.admin();
        EditorPage.open(admins, mamaPut).tab("Import");
        admins.expectComplaint("422");
        String file = site.kitchen().exportCsv(mamaPut).replace("2500.00", "plenty");

        new ImportPage(admins.page()).preview("menu.csv", "text/csv", file)
                .says("This file cannot be taken as it is", "plenty");
    }

    @Test
    void earlierVersionIsPublishedAgainByOneClick(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        site.kitchen().changePrice(mamaPut, "jollof", 990_000);
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();
        menu.showsOf("Jollof rice", "₦9,900");
        Window admins = site.admin();
        EditorPage.open(admins, mamaPut).tab("History");

        new HistoryPage(admins.page()).version(2)
                .says("Go back to version 2", "Jollof rice", "9,900", "2,500")
                .rollBack(2);

        menu.showsOf("Jollof rice", "₦2,500");
    }

    @Test
    void twoPeopleWhoChangeTheSameSeeBothAndChoose(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();
        Window first = site.window("first", Look.DESKTOP);
        Window second = site.window("second", Look.DESKTOP);
        EditorPage one = EditorPage.open(first, mamaPut);
        EditorPage other = EditorPage.open(second, mamaPut, "operator");
        second.expectComplaint("409");

        one.changePrice("Jollof rice", "2600").saved();
        other.changePrice("Jollof rice", "2700");

        Locator conflict = other.conflict("Jollof rice");
        assertThat(conflict).containsText("2,600");
        assertThat(conflict).containsText("2,700");
        menu.showsOf("Jollof rice", "₦2,600");
        conflict.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Use mine"))
                .click();
        menu.showsOf("Jollof rice", "₦2,700");
    }

    @Test
    void twoPeopleWhoChangeDifferentThingsDoNotGetInEachOthersWay(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();
        EditorPage editor = EditorPage.open(site.admin(), mamaPut);

        site.kitchen().changePrice(mamaPut, "zobo", 70_000);
        editor.changePrice("Jollof rice", "2600").saved();

        menu.showsOf("Jollof rice", "₦2,600");
        menu.showsOf("Zobo", "₦700");
    }

    @Test
    void whatIsWrittenAndPressedWhileALineIsBeingSavedIsSavedNext(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();
        Window admins = site.admin();
        EditorPage editor = EditorPage.open(admins, mamaPut);
        List<Route> held = new ArrayList<>();
        admins.page().route("**/items/jollof/quick", held::add);

        admins.page().waitForRequest("**/items/jollof/quick",
                () -> editor.changePrice("Jollof rice", "2600"));
        editor.name("Jollof rice").fill("Smoky jollof");
        editor.soldOut("Jollof rice");
        admins.page().unroute("**/items/jollof/quick");
        held.forEach(Route::resume);

        menu.showsOf("Smoky jollof", "₦2,600");
        menu.showsOf("Smoky jollof", "Sold out");
        assertThat(editor.name("Smoky jollof")).hasValue("Smoky jollof");
        assertThat(editor.button("Smoky jollof: Back on sale")).isVisible();
    }

    @Test
    void whoPressesTwiceAddsOneItem(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        EditorPage editor = EditorPage.open(site.admin(), mamaPut)
                .addPressingTwice("Drinks", "Chapman", "900").saved();

        assertThat(editor.price("Chapman")).hasCount(1);
        assertThat(site.kitchen().menu(mamaPut).at("/sections/2/items")).hasSize(2);
    }

    @Test
    void itemsAreDraggedAndAnOrderThatIsRefusedIsNotShown(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window admins = site.admin();
        EditorPage editor = EditorPage.open(admins, mamaPut);
        editor.drag("White rice and stew", "Jollof rice").saved();
        assertThat(editor.order()).startsWith("White rice and stew", "Jollof rice");
        assertThat(site.kitchen().menu(mamaPut).at("/sections/0/items/0/id").asString())
                .isEqualTo("white-rice");

        admins.page().route("**/sections/rice/order", route -> route.fulfill(
                new Route.FulfillOptions().setStatus(422)
                        .setHeaders(Map.of("HX-Reswap", "none")).setBody("")));
        admins.expectComplaint("422");
        admins.page().waitForResponse("**/sections/rice/order",
                () -> editor.drag("Jollof rice", "White rice and stew"));
        assertThat(admins.page().getByLabel(Pattern.compile("^Name of ")).first())
                .hasValue("White rice and stew");
    }

    @Test
    void lineFoundByASearchKeepsToWhatItCanDo(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window admins = site.admin();
        EditorPage editor = EditorPage.open(admins, mamaPut);
        admins.open(mamaPut.admin() + "?q=suya");

        editor.changePrice("Beef suya", "1900").saved();

        assertThat(editor.price("Beef suya")).hasValue(Pattern.compile("1900.*"));
        assertThat(editor.button("Move Beef suya up")).hasCount(0);
    }

    @Test
    void manyPricesChangeAtOnceAfterAPreview(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();
        Window admins = site.admin();
        EditorPage editor = EditorPage.open(admins, mamaPut);
        editor.tab("Prices");

        admins.page().getByLabel("Percent").fill("+10");
        Locator preview = admins.page().getByRole(AriaRole.TABLE);
        assertThat(preview).containsText("2,750");
        menu.showsOf("Jollof rice", "₦2,500");
        editor.button("Change 5 prices").click();

        menu.showsOf("Jollof rice", "₦2,750");
        menu.showsOf("Zobo", "₦660");
    }
}
