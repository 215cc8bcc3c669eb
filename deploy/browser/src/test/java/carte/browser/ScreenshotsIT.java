package carte.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.page.BoardPage;
import carte.browser.page.DishForm;
import carte.browser.page.EditorPage;
import carte.browser.page.OperationsPage;
import carte.browser.page.OrderPage;
import carte.browser.page.RestaurantPage;
import carte.browser.window.InBrowser;
import carte.browser.window.Look;
import carte.browser.window.Screenshots;
import carte.browser.window.Site;
import carte.browser.window.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures of {@code deploy/docs} where they are wanted. */
@ExtendWith(InBrowser.class)
class ScreenshotsIT {

    private static final Restaurant DEMO = new Restaurant("NG-mama-put-ikeja", "Mama Put Ikeja");

    @BeforeEach
    void onlyWherePicturesAreWanted() {
        assumeTrue(Screenshots.areWanted(), "-Dcarte.screenshots=true takes pictures");
    }

    @Test
    void ofCustomersPages(Site site) {
        for (Look look : new Look[]{Look.PHONE, Look.DESKTOP}) {
            Window window = site.window("customer", look);
            window.open("/?country=NG");
            Screenshots.take(window, "home-" + look.width());
            RestaurantPage menu = RestaurantPage.open(window, DEMO).isLive();
            Screenshots.take(window, "menu-" + look.width());
            DishForm jollof = menu.choose("Jollof rice").take("Chicken")
                    .take("Normal");
            Screenshots.take(window, "dish-" + look.width());
            jollof.addToBasket();
            menu.toBasket().has("Jollof rice");
            Screenshots.take(window, "basket-" + look.width());
        }
        Window night = site.window("by night", Look.PHONE.byNight());
        RestaurantPage.open(night, DEMO).isLive();
        Screenshots.take(night, "menu-dark-360");
    }

    @Test
    void ofAnOrder(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage menu = RestaurantPage.open(customers, mamaPut).isLive();
        menu.choose("Jollof rice").take("Chicken").take("Plantain").addToBasket();
        menu.choose("Zobo").addToBasket();
        OrderPage order = menu.toBasket().order().says("has your order");
        Window admins = site.admin();
        BoardPage board = BoardPage.open(admins, mamaPut).hasOrderOf("Jollof rice");
        Screenshots.take(admins, "orders-" + Look.DESKTOP.width());
        board.press("Accept", "Jollof rice").press("Start", "Jollof rice");
        order.says("Your food is being made").says("Live");
        Screenshots.take(customers, "order-" + Look.PHONE.width());
    }

    @Test
    void ofTheConsole(Site site) {
        for (Look look : new Look[]{Look.PHONE, Look.DESKTOP}) {
            Window window = site.window("admin", look);
            EditorPage editor = EditorPage.open(window, DEMO);
            editor.changePrice("Jollof rice", Integer.toString(2_500 + look.width())).saved();
            editor.liveAfterMillis();
            Screenshots.take(window, "console-" + look.width());
            window.open("/admin/restaurants/" + DEMO.id() + "/bulk?percent=%2B10");
            Screenshots.take(window, "prices-" + look.width());
        }
    }

    @Test
    void ofTheOperatorsPage(Site site) {
        for (Look look : new Look[]{Look.PHONE, Look.DESKTOP}) {
            Window window = site.window("operator", look);
            OperationsPage.open(window);
            Screenshots.take(window, "operations-" + look.width());
        }
    }
}
