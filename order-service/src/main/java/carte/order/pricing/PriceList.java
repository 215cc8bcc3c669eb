package carte.order.pricing;

import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.Tax;
import carte.contracts.restaurant.OpeningHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version of a menu as pricing asks for it: items and groups by their ids. */
public final class PriceList {

    private final MenuVersion version;
    private final String currency;
    private final @Nullable Tax tax;
    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<String, ModifierGroup> groups = new HashMap<>();

    /** An item with the hours that hold for it. */
    private record Offer(Item item, List<ServiceHours> hours) {}

    /** Takes what {@code menu} says. */
    public PriceList(MenuDocument menu) {
        version = menu.version();
        currency = menu.currency();
        tax = menu.tax();
        addItems(menu.sections(), List.of());
        menu.modifierGroups().forEach(group -> groups.put(group.id(), group));
    }

    /** The nearest hours hold: the item's, else its section's, else those of the one around it. */
    private void addItems(List<Section> sections, List<ServiceHours> around) {
        for (Section section : sections) {
            List<ServiceHours> here = nearest(section.hours(), around);
            section.items().forEach(item -> offers.put(
                    item.id(), new Offer(item, nearest(item.hours(), here))));
            addItems(section.sections(), here);
        }
    }

    private static List<ServiceHours> nearest(List<ServiceHours> own, List<ServiceHours> around) {
        return own.isEmpty() ? around : own;
    }

    /** Returns which version it is. */
    public MenuVersion version() {
        return version;
    }

    String currency() {
        return currency;
    }

    @Nullable
    Item item(String id) {
        Offer offer = offers.get(id);
        return offer == null ? null : offer.item();
    }

    /** Tells whether an item of the menu is served at a moment; one without hours always is. */
    boolean isServed(Item item, ZoneId zone, Instant now) {
        Offer offer = offers.get(item.id());
        return offer != null && OpeningHours.weekly(zone, offer.hours()).isOpen(now);
    }

    /** Returns the tax on an item, or null where the menu says nothing of it. */
    @Nullable
    Tax tax(Item item) {
        return item.tax() == null ? tax : item.tax();
    }

    @Nullable
    ModifierGroup group(String id) {
        return groups.get(id);
    }
}
