package carte.local.demo;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Availability.Status;
import carte.contracts.menu.Item;
import carte.contracts.menu.Money;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.Section;
import carte.local.demo.CountryCatalogue.Choice;
import carte.local.demo.CountryCatalogue.Dish;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Any number of restaurants whose menus have the sizes, name lengths and prices of real ones. The
 * same seed and index give the same restaurant.
 */
public final class GeneratedRestaurants {

    /** The seed of the restaurants that the launcher loads. */
    public static final long SEED = 20_261_123;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int ITEMS_A_SECTION = 8;
    private static final int ID_STEM = 48;
    private static final double WITH_CHOICES = 0.4;
    private static final double SOLD_OUT = 0.03;
    private static final List<String> HOURS = List.of("MON-SUN 07:00-21:00", "MON-SUN 10:00-22:00",
            "MON-SAT 11:00-23:00",
            "MON-SUN 17:00-02:00", "TUE-SUN 12:00-22:30");

    private final long seed;
    private final List<Country> countries;

    /** Makes the restaurants of a seed. */
    public GeneratedRestaurants(long seed) {
        this.seed = seed;
        this.countries = CountryCatalogue.readAll().stream().map(Country::new).toList();
    }

    /** Returns the restaurant with this index, from 0 without end. */
    public SeededRestaurant restaurant(int index) {
        var random = new SplittableRandom(seed + index * GOLDEN_GAMMA);
        Country country = countries.get(index % countries.size());
        RestaurantDetails details = country.details(index, random);
        return new SeededRestaurant(details, country.menu(random));
    }

    /** One country's part: the catalogue, and what is derived from it once. */
    private static final class Country {

        private final CountryCatalogue catalogue;
        private final MenuComposer composer;
        private final DishNames names;
        private final PriceList prices;
        private final List<String> cities;

        Country(CountryCatalogue catalogue) {
            this.catalogue = catalogue;
            this.composer = new MenuComposer(catalogue);
            this.names = new DishNames(catalogue);
            this.prices = PriceList.of(catalogue);
            this.cities = List.copyOf(catalogue.cities().keySet().stream().sorted().toList());
        }

        RestaurantDetails details(int index, SplittableRandom random) {
            String name = pick(catalogue.names().owners(), random) + " "
                    + pick(catalogue.names().places(), random);
            String city = pick(cities, random);
            CountryCatalogue.Restaurant model = pick(catalogue.restaurants(), random);
            String id = catalogue.country() + "-" + DishNames.slug(name, ID_STEM) + "-" + index;
            return new RestaurantDetails(new RestaurantId(id), name + ", " + city,
                    catalogue.country(), city, model.cuisines(), catalogue.currency(),
                    catalogue.timeZone(), near(catalogue.city(city), random),
                    List.of(WrittenHours.parse(pick(HOURS, random))), List.of());
        }

        MenuContent menu(SplittableRandom random) {
            int count = (int) Math.round(Quantiles.ITEM_COUNT.at(random.nextDouble()));
            var items = new ArrayList<Item>(count);
            for (int i = 0; i < count; i++) {
                items.add(item(i, random));
            }
            Stream<String> groups = items.stream().flatMap(item -> item.modifierGroups().stream());
            return new MenuContent(catalogue.currency(), sections(items),
                    composer.groups(groups, BigDecimal.ONE));
        }

        private Item item(int position, SplittableRandom random) {
            int length = (int) Math.round(Quantiles.NAME_LENGTH.at(random.nextDouble()));
            Dish dish = names.dish(length, random);
            String name = names.name(dish, length, random);
            Availability availability = random.nextDouble() < SOLD_OUT
                    ? new Availability(Status.SOLD_OUT, null)
                    : Availability.AVAILABLE;
            return new Item(DishNames.slug(name, ID_STEM) + "-" + position, name,
                    dish.description(), price(random), availability, List.of(),
                    MenuComposer.orNone(dish.allergens()), MenuComposer.orNone(dish.diets()),
                    null, choices(random), Map.of(), Map.of());
        }

        private Money price(SplittableRandom random) {
            double dollars = Quantiles.DOLLARS.at(random.nextDouble());
            return prices.scaled(catalogue.perDollar(), BigDecimal.valueOf(dollars));
        }

        private List<String> choices(SplittableRandom random) {
            if (random.nextDouble() >= WITH_CHOICES) {
                return List.of();
            }
            Choice first = pick(catalogue.modifierGroups(), random);
            Choice second = pick(catalogue.modifierGroups(), random);
            return Stream.of(first, second).map(Choice::id).distinct().toList();
        }

        private List<Section> sections(List<Item> items) {
            var sections = new ArrayList<Section>();
            for (int from = 0; from < items.size(); from += ITEMS_A_SECTION) {
                int number = sections.size();
                String title = sectionTitle(number);
                sections.add(new Section(DishNames.slug(title, ID_STEM), title,
                        items.subList(from, Math.min(from + ITEMS_A_SECTION, items.size())),
                        List.of(), List.of(), Map.of()));
            }
            return sections;
        }

        private String sectionTitle(int number) {
            var titles = catalogue.sections();
            String title = titles.get(number % titles.size()).name();
            int round = number / titles.size() + 1;
            return round == 1 ? title : title + " " + round;
        }

        private static Location near(Location city, SplittableRandom random) {
            return new Location(shifted(city.lat(), random), shifted(city.lon(), random));
        }

        // Four digits are about ten metres.
        private static double shifted(double degrees, SplittableRandom random) {
            double shifted = degrees + random.nextDouble(-0.05, 0.05);
            return Math.round(shifted * 10_000) / 10_000.0;
        }

        private static <T> T pick(List<T> list, SplittableRandom random) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
