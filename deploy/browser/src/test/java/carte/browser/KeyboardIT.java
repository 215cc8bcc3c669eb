package carte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.page.BasketPage;
import carte.browser.page.EditorPage;
import carte.browser.page.OrderPage;
import carte.browser.page.RestaurantPage;
import carte.browser.window.InBrowser;
import carte.browser.window.Keyboard;
import carte.browser.window.Look;
import carte.browser.window.Site;
import carte.browser.window.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything can be done without a mouse, and one sees where one is. */
@ExtendWith(InBrowser.class)
class KeyboardIT {

    @Test
    void dishIsChosenAndOrderedByTheKeyboardAlone(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window window = site.window("customer", Look.DESKTOP);
        RestaurantPage menu = RestaurantPage.open(window, mamaPut).isLive();
        Keyboard keyboard = Keyboard.of(window);

        keyboard.tabTo("Skip to content").press("Enter");
        keyboard.tabTo("Jollof rice").press("Enter");
        menu.chosen("Jollof rice");
        keyboard.tabTo("Chicken").press("Space");
        keyboard.tabTo("Add").press("Enter");
        assertThat(menu.basketBar()).containsText("₦3,300");
        assertThat(keyboard.focused()).as("back where one was").contains("Jollof rice");

        keyboard.tabTo("View basket").press("Enter");
        BasketPage.open(window).has("Jollof rice", "Chicken");
        keyboard.tabTo("Place the order").press("Enter");
        OrderPage.shownIn(window).says("The restaurant has your order");
    }

    @Test
    void escapeClosesTheDishAndLeadsBack(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window window = site.window("customer", Look.DESKTOP);
        RestaurantPage menu = RestaurantPage.open(window, mamaPut).isLive();
        Keyboard keyboard = Keyboard.of(window);

        keyboard.tabTo("Zobo").press("Enter");
        menu.chosen("Zobo");
        keyboard.tabTo("Add");
        keyboard.press("Escape");

        assertThat(keyboard.focused()).contains("Zobo");
    }

    @Test
    void itemsAreReorderedByTheKeyboard(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window window = site.admin();
        EditorPage editor = EditorPage.open(window, mamaPut);
        Keyboard keyboard = Keyboard.of(window);

        keyboard.tabTo("Move White rice and stew up").press("Enter");
        editor.saved();

        await().untilAsserted(() -> assertThat(names(site, mamaPut))
                .isEqualTo(List.of("White rice and stew", "Jollof rice")));
    }

    private static List<String> names(Site site, Restaurant restaurant) {
        return site.kitchen().menu(restaurant).at("/sections/0/items").valueStream()
                .map(item -> item.path("name").asString()).toList();
    }
}
