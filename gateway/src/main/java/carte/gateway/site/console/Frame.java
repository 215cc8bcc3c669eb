package carte.gateway.site.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What stands around each page of a restaurant.
 *
 * @param page which of the pages it is
 * @param notice what became of what was just done; null if nothing was
 */
public record Frame(
        RestaurantFacts restaurant,
        String admin,
        Page page,
        List<Tab> tabs,
        @Nullable Notice notice) {

    /** A page of a restaurant. */
    public enum Page {
        MENU(""), GROUPS("/groups"), BULK("/bulk"), IMPORT("/import"), SCHEDULE("/schedule"),
        HISTORY("/history"), ORDERS("/orders");

        private final String path;

        Page(String path) {
            this.path = path;
        }

        /** Returns its address below the restaurant's. */
        public String path() {
            return path;
        }
    }

    /** A way to another page. */
    public record Tab(Page page, String address, boolean current) {
        /** Returns the name of its message. */
        public String message() {
            return "console.tab." + page.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Copies the list. */
    public Frame {
        tabs = List.copyOf(tabs);
    }

    /** Makes the frame of a page; {@code query} tells what was just done. */
    public static Frame of(Desk desk, RestaurantFacts restaurant, Page page,
            MultiValueMap<String, String> query) {
        List<Tab> tabs = java.util.Arrays.stream(Page.values())
                .map(each -> new Tab(each, desk.path(each.path()), each == page))
                .toList();
        return new Frame(restaurant, desk.admin().caller().name(), page, tabs,
                Notice.of(desk, query));
    }

    /** Makes the frame of a page whose form comes back, because what it says was not done. */
    public static Frame of(Desk desk, RestaurantFacts restaurant, Page page, Notice refusal) {
        Frame frame = of(desk, restaurant, page, new LinkedMultiValueMap<>());
        return new Frame(restaurant, frame.admin(), page, frame.tabs(), refusal);
    }
}
