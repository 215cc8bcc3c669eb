package carte.local.demo;

import carte.contracts.menu.RestaurantId;
import carte.local.demo.RestaurantDetails.SpecialDay;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The hand-made restaurants of ten African countries; the first is {@link #MAMA_PUT}. */
public final class DemoRestaurants {

    /** The restaurant that the examples use. */
    public static final RestaurantId MAMA_PUT = new RestaurantId("NG-mama-put-ikeja");

    private DemoRestaurants() {}

    /** Returns all of them, the same ones each time. */
    public static List<SeededRestaurant> all() {
        return CountryCatalogue.readAll().stream().flatMap(DemoRestaurants::of).toList();
    }

    private static Stream<SeededRestaurant> of(CountryCatalogue catalogue) {
        var composer = new MenuComposer(catalogue);
        return catalogue.restaurants().stream()
                .map(restaurant -> new SeededRestaurant(
                        details(catalogue, restaurant), composer.menu(restaurant)));
    }

    private static RestaurantDetails details(
            CountryCatalogue catalogue, CountryCatalogue.Restaurant restaurant) {
        Location location = restaurant.location();
        List<SpecialDay> closed = MenuComposer.orNone(restaurant.closed()).stream()
                .map(date -> new SpecialDay(LocalDate.parse(date), true))
                .toList();
        return new RestaurantDetails(new RestaurantId(restaurant.id()), restaurant.name(),
                catalogue.country(), restaurant.city(), restaurant.cuisines(),
                catalogue.currency(), catalogue.timeZone(),
                location == null ? catalogue.city(restaurant.city()) : location,
                WrittenHours.parse(restaurant.hours()), closed);
    }
}
