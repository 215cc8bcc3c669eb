package carte.menu.document;

import carte.contracts.menu.Availability;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How items that were taken off until some time return to sale: pure. */
public final class Restoration {

    private Restoration() {}

    /** Returns when the first item returns to sale; null if none will by itself. */
    public static @Nullable Instant nextAt(MenuDocument menu) {
        return MenuEdits.items(menu)
                .map(item -> item.availability().until())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Returns {@code menu} with all items on sale whose time has come. */
    public static MenuDocument at(Instant now, MenuDocument menu) {
        return MenuEdits.mapItems(menu, item -> isDue(item, now)
                ? withAvailability(item, Availability.AVAILABLE)
                : item);
    }

    private static boolean isDue(Item item, Instant now) {
        Instant until = item.availability().until();
        return until != null && !until.isAfter(now);
    }

    private static Item withAvailability(Item item, Availability availability) {
        return new Item(item.id(), item.name(), item.description(), item.price(), availability,
                item.hours(), item.allergens(), item.diets(), item.image(),
                item.modifierGroups(), item.prices(), item.translations(), item.tax());
    }
}
