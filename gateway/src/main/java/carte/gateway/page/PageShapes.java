package carte.gateway.page;

import carte.contracts.menu.RestaurantId;
import carte.kit.openapi.Shapes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How pages, lists and rankings look as JSON. Restaurants and menus in them are described by the
 * menu-service, of whose bytes they are made.
 */
final class PageShapes {

    static final String COUNTRY_SCHEMA = "{\"type\": \"string\", \"pattern\": \"^[A-Z]{2}$\"}";
    static final String TEXT_SCHEMA = "{\"type\": \"string\", \"maxLength\": 200}";
    static final String IDS_SCHEMA = "{\"type\": \"string\", \"pattern\": \"^"
            + RestaurantId.PATTERN + "(,"
            + RestaurantId.PATTERN + "){0,99}$\"}";

    private static final String COUNTED = "Orders of the last 30 days.";

    private PageShapes() {}

    /** Stands for what the menu-service describes as a restaurant. */
    record Restaurant() {}

    /** Stands for what the menu-service describes as a menu. */
    record Menu() {}

    /** Stands for a restaurant with one field more. */
    record PopularRestaurant() {}

    record RestaurantView(
            @Nullable Restaurant restaurant,
            @Nullable Menu menu,
            PageBody.@Nullable Orders popularity,
            PageBody.@Nullable WaitingTime waitingTime,
            List<String> unavailable) {}

    record RestaurantPage(
            List<Restaurant> items, @Nullable String next, List<String> unavailable) {}

    record PopularRestaurants(List<PopularRestaurant> items) {}

    static void describe(Shapes shapes) {
        shapes.scalar(Restaurant.class, "{\"$ref\": \"#/components/schemas/Restaurant\"}")
                .scalar(Menu.class, "{\"$ref\": \"#/components/schemas/Menu\"}")
                .scalar(PopularRestaurant.class, """
                        {"allOf": [
                          {"$ref": "#/components/schemas/Restaurant"},
                          {"type": "object", "required": ["orderCount"], "properties": {
                            "orderCount": {"type": "integer", "minimum": 0,
                              "description": "%s"}}}]}""".formatted(COUNTED));
        shapes.of(RestaurantView.class)
                .is("All about a restaurant.")
                .field("unavailable", "The parts that are null because they cannot be had now.")
                .eachOneOf("unavailable", List.of(PageParts.RESTAURANT, PageParts.MENU,
                        PageParts.POPULARITY, PageParts.WAITING_TIME));
        shapes.of(PageBody.Orders.class).named("Popularity")
                .is("How much is ordered there, and how it was liked.")
                .field("orderCount", COUNTED)
                .with("orderCount", "{\"minimum\": 0}")
                .with("rating", """
                        {"minimum": 1, "maximum": 5, "description": "Mean of the stars."}""")
                .with("ratingCount", "{\"minimum\": 0}");
        shapes.of(PageBody.WaitingTime.class)
                .is("How long an order of now will take.")
                .field("minutes", "Null while there is no telling.")
                .with("minutes", "{\"minimum\": 0}");
        shapes.of(RestaurantPage.class)
                .is("Some restaurants: in the order of their ids, or in that in which they were"
                        + " asked for.")
                .field("next", "Sent as cursor it gives the next page; null on the last.")
                .field("unavailable", "What is null in all of them because it cannot be had now.")
                .eachOneOf("unavailable", List.of(PageParts.POPULARITY));
        shapes.of(PopularRestaurants.class)
                .is("Up to ten restaurants.")
                .size("items", 0, 10);
    }
}
