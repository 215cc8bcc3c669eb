package carte.order;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Availability.Status;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Money;
import carte.contracts.menu.Option;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.Section;
import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.Tax;
import carte.contracts.restaurant.OpeningHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A small kitchen in Ikeja whose menu has one of everything that pricing must know. */
public final class MamaPut {

    /** Where the pure tests order. */
    public static final RestaurantId MAMA_PUT = new RestaurantId("NG-mama-put-ikeja");

    /** The moment of the pure tests. */
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** Hours of a kitchen that never closes. */
    public static final OpeningHours ALWAYS = OpeningHours.weekly(
            ZoneId.of("Africa/Lagos"), List.of());

    /** Chicken 800, goat 1,200 (which asks for a pepper), one or two of them. */
    public static final ModifierGroup PROTEIN = group("protein", 1, 2, 0,
            option("chicken", 80_000, 1), option("goat", 120_000, 2, "pepper"));

    /** Up to three, of which one is free. */
    public static final ModifierGroup EXTRAS = group("extras", 0, 3, 1,
            option("plantain", 50_000, 2), option("egg", 30_000, 1));

    /** Opened by goat. */
    public static final ModifierGroup PEPPER = group("pepper", 1, 1, 0,
            option("mild", 0, 1), option("hot", 5_000, 1));

    /** Of another item. */
    public static final ModifierGroup ICE = group("ice", 0, 1, 0, option("cubes", 0, 1));

    private static final AtomicInteger KITCHENS = new AtomicInteger();

    private MamaPut() {}

    /** Returns the id of a kitchen that no other test orders from. */
    public static RestaurantId freshKitchen() {
        return new RestaurantId("NG-mama-put-" + KITCHENS.incrementAndGet());
    }

    /** Returns the menu with jollof at 2,500 naira, 200 more when delivered. */
    public static MenuDocument menu(RestaurantId id, long version) {
        return menu(id, version, 250_000);
    }

    /** Returns the menu with jollof at a price in kobo, 200 naira more when delivered. */
    public static MenuDocument menu(RestaurantId id, long version, long jollof) {
        Item rice = item("jollof", jollof, Availability.AVAILABLE, List.of("protein", "extras"),
                Map.of("DELIVERY", naira(jollof + 20_000)));
        return menu(id, version, List.of(rice, drink(), soldOut(), hidden(), backSince()),
                List.of(PROTEIN, EXTRAS, PEPPER, ICE));
    }

    /** Returns a menu of these items, the last of them in a section within the section. */
    public static MenuDocument menu(
            RestaurantId id, long version, List<Item> items, List<ModifierGroup> groups) {
        Section inner = new Section("inner", "Inner", List.of(items.getLast()), List.of(),
                List.of(), Map.of());
        Section outer = new Section("outer", "Outer", items.subList(0, items.size() - 1),
                List.of(inner), List.of(), Map.of());
        return new MenuDocument(
                id, new MenuVersion(version), "NGN", NOON, List.of(outer), groups);
    }

    /** Returns an item. */
    public static Item item(String id, long price, Availability availability,
            List<String> groups, Map<String, Money> prices) {
        return new Item(id, id, null, naira(price), availability, List.of(), List.of(),
                List.of(), null, groups, prices, Map.of());
    }

    /** Returns the same item with a tax of its own; null: the menu's. */
    public static Item taxed(Item item, @Nullable Tax tax) {
        return new Item(item.id(), item.name(), null, item.price(), item.availability(),
                item.hours(), List.of(), List.of(), null, item.modifierGroups(), item.prices(),
                Map.of(), tax);
    }

    /** Returns the same item, served at these hours only. */
    public static Item served(Item item, List<ServiceHours> hours) {
        return new Item(item.id(), item.name(), null, item.price(), item.availability(), hours,
                List.of(), List.of(), null, item.modifierGroups(), item.prices(), Map.of());
    }

    /** Returns the same menu with a tax. */
    public static MenuDocument taxed(MenuDocument menu, Tax tax) {
        return new MenuDocument(menu.restaurantId(), menu.version(), menu.currency(),
                menu.publishedAt(), menu.sections(), menu.modifierGroups(), tax);
    }

    /** Returns a group of options. */
    public static ModifierGroup group(String id, int min, int max, int free, Option... options) {
        return new ModifierGroup(id, id, min, max, free, List.of(options), Map.of());
    }

    /** Returns an option. */
    public static Option option(String id, long price, int max, String... groups) {
        return new Option(id, id, naira(price), max, List.of(groups), List.of(), Map.of());
    }

    /** Returns an amount of kobo. */
    public static Money naira(long kobo) {
        return new Money(kobo, "NGN");
    }

    private static Item drink() {
        return item("zobo", 60_000, Availability.AVAILABLE, List.of("ice"), Map.of());
    }

    private static Item soldOut() {
        return item("suya", 150_000, new Availability(Status.SOLD_OUT, null), List.of(), Map.of());
    }

    private static Item hidden() {
        return item("ofada", 350_000, new Availability(Status.HIDDEN, null), List.of(), Map.of());
    }

    private static Item backSince() {
        return item("moi-moi", 90_000, new Availability(Status.SOLD_OUT, NOON), List.of(),
                Map.of());
    }
}
