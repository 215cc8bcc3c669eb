package carte.local.demo;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Availability.Status;
import carte.contracts.menu.Item;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Money;
import carte.contracts.menu.Option;
import carte.contracts.menu.Section;
import carte.local.demo.CountryCatalogue.Choice;
import carte.local.demo.CountryCatalogue.ChoiceOption;
import carte.local.demo.CountryCatalogue.Dish;
import carte.local.demo.CountryCatalogue.DishSection;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Composes the menu of a hand-made restaurant from the dishes of its country. */
final class MenuComposer {

    private static final double SOLD_OUT = 0.04;
    private static final Availability GONE = new Availability(Status.SOLD_OUT, null);

    private final CountryCatalogue catalogue;
    private final PriceList prices;

    MenuComposer(CountryCatalogue catalogue) {
        this.catalogue = catalogue;
        this.prices = PriceList.of(catalogue);
    }

    MenuContent menu(CountryCatalogue.Restaurant restaurant) {
        var random = new SplittableRandom(restaurant.id().hashCode());
        List<DishSection> chosen = catalogue.sections(restaurant.sections());
        List<Section> sections = chosen.stream()
                .map(section -> section(section, restaurant, random))
                .toList();
        Stream<String> used = chosen.stream()
                .flatMap(section -> section.items().stream())
                .flatMap(Dish::groupIds);
        return new MenuContent(catalogue.currency(), sections, groups(used, factor(restaurant)));
    }

    private Section section(
            DishSection section, CountryCatalogue.Restaurant restaurant, SplittableRandom random) {
        Dish first = section.items().getFirst();
        List<Item> items = section.items().stream()
                // The dish that a section is known for is always there.
                .map(dish -> item(dish, restaurant, !dish.equals(first)
                        && random.nextDouble() < SOLD_OUT ? GONE : Availability.AVAILABLE))
                .toList();
        return new Section(section.id(), section.name(), items, List.of(),
                WrittenHours.parse(section.hours()), orNone(section.translations()));
    }

    private Item item(
            Dish dish, CountryCatalogue.Restaurant restaurant, Availability availability) {
        return new Item(dish.id(), dish.name(), dish.description(),
                prices.scaled(dish.price(), factor(restaurant)), availability,
                WrittenHours.parse(dish.hours()), orNone(dish.allergens()), orNone(dish.diets()),
                null, dish.groupIds().toList(), otherPrices(dish, restaurant),
                orNone(dish.translations()));
    }

    private Map<String, Money> otherPrices(Dish dish, CountryCatalogue.Restaurant restaurant) {
        BigDecimal delivery = restaurant.delivery();
        return delivery == null
                ? Map.of()
                : Map.of("DELIVERY",
                        prices.scaled(dish.price(), factor(restaurant).multiply(delivery)));
    }

    /** Returns the groups with these ids, and those that their options open, each once. */
    List<ModifierGroup> groups(Stream<String> ids, BigDecimal factor) {
        Set<String> reached = new LinkedHashSet<>();
        var open = new ArrayDeque<>(ids.toList());
        while (!open.isEmpty()) {
            String id = open.remove();
            if (reached.add(id)) {
                catalogue.choice(id).options().stream()
                        .flatMap(ChoiceOption::groupIds)
                        .forEach(open::add);
            }
        }
        return reached.stream().map(id -> group(catalogue.choice(id), factor)).toList();
    }

    private ModifierGroup group(Choice choice, BigDecimal factor) {
        List<Option> options = choice.options().stream()
                .map(option -> option(option, factor))
                .toList();
        return new ModifierGroup(choice.id(), choice.name(), choice.min(), choice.max(),
                choice.free(), options, orNone(choice.translations()));
    }

    private Option option(ChoiceOption option, BigDecimal factor) {
        Integer max = option.max();
        return new Option(option.id(), option.name(), prices.scaled(option.price(), factor),
                max == null ? 1 : max, option.groupIds().toList(), orNone(option.allergens()),
                orNone(option.translations()));
    }

    private static BigDecimal factor(CountryCatalogue.Restaurant restaurant) {
        BigDecimal factor = restaurant.prices();
        return factor == null ? BigDecimal.ONE : factor;
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static <V> Map<String, V> orNone(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
