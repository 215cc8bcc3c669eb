package carte.gateway.site.customer;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.Section;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the dishes of some restaurants, to be searched. */
record DishIndex(List<Dish> dishes) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** Copies the list. */
    DishIndex {
        dishes = List.copyOf(dishes);
    }

    /**
     * One dish.
     *
     * @param plain its name in lower case and without accents
     */
    record Dish(
            String restaurantId,
            String restaurant,
            String city,
            String id,
            String name,
            String plain,
            String picture) {}

    /** Returns the dishes of one restaurant that are shown to customers, at most so many. */
    static Stream<Dish> of(MenuDocument menu, CountryGuide.Entry restaurant, int most) {
        return dishes(menu.sections(), restaurant).limit(most);
    }

    private static Stream<Dish> dishes(List<Section> sections, CountryGuide.Entry restaurant) {
        return sections.stream().flatMap(section -> Stream.concat(
                section.items().stream()
                        .filter(item -> item.availability()
                                .status() != Availability.Status.HIDDEN)
                        .map(item -> dish(item, section, restaurant)),
                dishes(section.sections(), restaurant)));
    }

    private static Dish dish(Item item, Section section, CountryGuide.Entry restaurant) {
        return new Dish(restaurant.id(), restaurant.name(), restaurant.city(), item.id(),
                item.name(), plain(item.name()), DishPicture.of(item.name(), section.name()));
    }

    /** Returns the dishes with this text in their names, those that begin with it first. */
    List<Dish> find(String text, String city, int most) {
        String wanted = plain(text);
        return Stream.concat(
                dishes.stream().filter(dish -> dish.plain().startsWith(wanted)),
                dishes.stream().filter(dish -> dish.plain().indexOf(wanted) > 0))
                .filter(dish -> city.isEmpty() || dish.city().equalsIgnoreCase(city))
                .limit(most)
                .toList();
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("").toLowerCase(Locale.ROOT);
    }
}
