package carte.menu.document;

import carte.contracts.menu.Item;
import carte.contracts.menu.Money;
import carte.kit.json.JsonBody;
import carte.kit.json.JsonObject;
import carte.kit.problem.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some fields of an item, to be put in place of what is there; it says nothing of the others.
 *
 * @param fields the fields that are given
 * @param values their values; the other fields hold stand-ins
 */
public record ItemPatch(Set<Field> fields, Item values) {

    /** A field that can be patched, named in JSON as in {@link Item}. */
    enum Field {
        NAME("name"),
        DESCRIPTION("description"),
        PRICE("price"),
        AVAILABILITY("availability"),
        HOURS("hours"),
        ALLERGENS("allergens"),
        DIETS("diets"),
        IMAGE("image"),
        MODIFIER_GROUPS("modifierGroups"),
        PRICES("prices"),
        TRANSLATIONS("translations"),
        TAX("tax");

        private final String json;

        Field(String json) {
            this.json = json;
        }

        String json() {
            return json;
        }
    }

    /** Copies the set. */
    public ItemPatch {
        fields = Set.copyOf(fields);
    }

    /**
     * Reads the body of {@code PATCH …/menu/items/{itemId}}. Null clears a field; a name and a
     * price cannot be cleared.
     *
     * @throws carte.kit.problem.ProblemException with all faults
     */
    public static ItemPatch read(byte[] body, Instant now) {
        return JsonBody.read(body, patch -> read(patch, now));
    }

    /** Reads the fields of an item that {@code patch} gives, beside what else it holds. */
    static ItemPatch read(JsonObject patch, Instant now) {
        Set<Field> given = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (patch.has(field.json())) {
                given.add(field);
            }
        }
        if (given.isEmpty()) {
            patch.faultAt(patch.pointer(), "expected at least one of " + allNames());
        }
        MenuReading reading = new MenuReading(now, null);
        Item values = new Item(
                "",
                given.contains(Field.NAME) ? patch.text("name", MenuLimits.NAME) : "",
                patch.optionalText("description", MenuLimits.DESCRIPTION),
                given.contains(Field.PRICE)
                        ? PartReader.price(patch, "price", null)
                        : new Money(0, ""),
                PartReader.availability(patch, now),
                HoursReader.read(patch, "hours"),
                PartReader.allergens(patch),
                PartReader.diets(patch),
                PartReader.image(patch),
                reading.groupReferences(patch, false),
                PartReader.prices(patch, null),
                PartReader.translations(patch),
                PartReader.tax(patch));
        return new ItemPatch(given, values);
    }

    /** Returns {@code item} with the given fields replaced. */
    public Item applyTo(Item item) {
        return new Item(
                item.id(),
                pick(Field.NAME, item, Item::name),
                pickNullable(Field.DESCRIPTION, item, Item::description),
                pick(Field.PRICE, item, Item::price),
                pick(Field.AVAILABILITY, item, Item::availability),
                pick(Field.HOURS, item, Item::hours),
                pick(Field.ALLERGENS, item, Item::allergens),
                pick(Field.DIETS, item, Item::diets),
                pickNullable(Field.IMAGE, item, Item::image),
                pick(Field.MODIFIER_GROUPS, item, Item::modifierGroups),
                pick(Field.PRICES, item, Item::prices),
                pick(Field.TRANSLATIONS, item, Item::translations),
                pickNullable(Field.TAX, item, Item::tax));
    }

    /**
     * Returns what is wrong with the values on a menu of this currency and with these groups.
     */
    List<Fault> faults(String currency, Set<String> groups) {
        List<Fault> faults = new ArrayList<>();
        if (fields.contains(Field.PRICE)) {
            requireCurrency("/price", values.price(), currency, faults);
        }
        values.prices().forEach((fulfilment, price) -> requireCurrency(
                "/prices/" + fulfilment, price, currency, faults));
        for (int i = 0; i < values.modifierGroups().size(); i++) {
            String group = values.modifierGroups().get(i);
            if (!groups.contains(group)) {
                faults.add(new Fault("/modifierGroups/" + i,
                        "there is no modifier group \"" + group + "\""));
            }
        }
        return faults;
    }

    private static void requireCurrency(
            String place, Money price, String currency, List<Fault> faults) {
        if (!price.currency().equals(currency)) {
            faults.add(new Fault(place + "/currency",
                    PartReader.wrongCurrency(currency, price.currency())));
        }
    }

    private <T> T pick(Field field, Item item, Function<Item, T> part) {
        return part.apply(fields.contains(field) ? values : item);
    }

    private <T> @Nullable T pickNullable(
            Field field, Item item, Function<Item, @Nullable T> part) {
        return part.apply(fields.contains(field) ? values : item);
    }

    private static String allNames() {
        return Set.of(Field.values()).stream().map(Field::json).sorted()
                .collect(Collectors.joining(", "));
    }
}
