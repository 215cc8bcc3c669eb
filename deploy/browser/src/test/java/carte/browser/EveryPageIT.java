package carte.browser;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.page.LoginPage;
import carte.browser.page.RestaurantPage;
import carte.browser.window.Accessibility;
import carte.browser.window.InBrowser;
import carte.browser.window.Look;
import carte.browser.window.Site;
import carte.browser.window.Window;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: it fits, it can be used by everybody, and nothing goes wrong. */
@ExtendWith(InBrowser.class)
class EveryPageIT {

    private static final String DEMO = "NG-mama-put-ikeja";
    private static final List<String> JUDGED = List.of("telephone", "laptop by night");

    /** Returns the look of a name. */
    private static Look look(String name) {
        return switch (name) {
            case "telephone" -> Look.PHONE;
            case "laptop" -> Look.DESKTOP;
            case "telephone by night" -> Look.PHONE.byNight();
            case "laptop by night" -> Look.DESKTOP.byNight();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"telephone", "laptop", "telephone by night", "laptop by night"})
    void customersPagesFitAndAreForEverybody(String name, Site site) {
        Window window = site.window(name, look(name));
        for (String path : List.of("/?country=NG", "/restaurants?country=NG",
                "/restaurants?country=NG&q=rice", "/restaurants/" + DEMO,
                "/restaurants/" + DEMO + "/items/jollof", "/basket")) {
            window.open(path);
            isGood(name, window);
        }
        window.expectComplaint("404");
        window.open("/restaurants/NG-no-such-place");
        isGood(name, window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"telephone", "laptop by night"})
    void orderingFitsAndIsForEverybody(String name, Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window window = site.window(name, look(name));
        RestaurantPage menu = RestaurantPage.open(window, mamaPut).isLive();
        var dish = menu.choose("Jollof rice").take("Chicken");
        isGood(name, window);
        dish.addToBasket();
        isGood(name, window);
        var basket = menu.toBasket().has("Jollof rice", "Chicken");
        isGood(name, window);
        basket.order().says("has your order");
        isGood(name, window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"telephone", "laptop", "laptop by night"})
    void consolesPagesFitAndAreForEverybody(String name, Site site) {
        String base = "/admin/restaurants/" + DEMO;
        Window window = site.window(name, look(name));
        LoginPage.open(window, "/admin", "operator");
        isGood(name, window);
        for (String path : List.of(base, base + "/items/jollof", base + "/groups", base + "/bulk",
                base + "/bulk?percent=%2B10", base + "/import", base + "/schedule",
                base + "/history", base + "/history/1", base + "/orders", "/admin/operations")) {
            window.open(path);
            isGood(name, window);
        }
    }

    /** The rules look at each page narrow by day and wide by night, which takes their time. */
    private static void isGood(String name, Window window) {
        window.fitsItsWidth();
        if (JUDGED.contains(name)) {
            Accessibility.isGood(window);
        }
    }
}
