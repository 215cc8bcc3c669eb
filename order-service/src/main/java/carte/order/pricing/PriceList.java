package carte.order.pricing;

import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.ModifierGroup;
import carte.contracts.menu.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A menu as pricing asks for it: items and groups by their ids. */
final class PriceList {

    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, ModifierGroup> groups = new HashMap<>();

    PriceList(MenuDocument menu) {
        addItems(menu.sections());
        menu.modifierGroups().forEach(group -> groups.put(group.id(), group));
    }

    private void addItems(List<Section> sections) {
        for (Section section : sections) {
            section.items().forEach(item -> items.put(item.id(), item));
            addItems(section.sections());
        }
    }

    @Nullable
    Item item(String id) {
        return items.get(id);
    }

    @Nullable
    ModifierGroup group(String id) {
        return groups.get(id);
    }
}
