package carte.menu.document;

import carte.contracts.menu.Item;
import carte.contracts.menu.MenuDocument;
import carte.kit.json.JsonBody;
import carte.kit.json.JsonObject;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of items that take effect together, in order, or not at all. */
public record ItemChanges(List<ItemChange> changes) {

    private static final String FIELD = "changes";

    /** A patch and the item that it is for. */
    public record ItemChange(String itemId, ItemPatch patch) {}

    /** Copies the list. */
    public ItemChanges {
        changes = List.copyOf(changes);
    }

    /**
     * Reads the body of {@code POST …/menu/batch}.
     *
     * @throws ProblemException with all faults
     */
    public static ItemChanges read(byte[] body, Instant now) {
        return JsonBody.read(body, object -> read(object, now));
    }

    /** Reads the field {@code changes}: a list of items' ids, each with the fields to change. */
    public static ItemChanges read(JsonObject object, Instant now) {
        return new ItemChanges(object.someObjects(FIELD, MenuLimits.ITEMS, change -> {
            String itemId = change.matching("itemId", MenuLimits.ID, "the id of an item", "");
            return new ItemChange(itemId, ItemPatch.read(change, now));
        }));
    }

    /**
     * Returns {@code menu} with the changes made.
     *
     * @throws ProblemException with all faults, if an item is not there or a patch does not fit
     */
    public MenuDocument applyTo(MenuDocument menu) {
        List<Fault> faults = faults(menu);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        Map<String, List<ItemPatch>> patches = new HashMap<>();
        changes.forEach(change -> patches
                .computeIfAbsent(change.itemId(), _ -> new ArrayList<>())
                .add(change.patch()));
        return MenuEdits.mapItems(menu, item -> patched(item, patches));
    }

    private static Item patched(Item item, Map<String, List<ItemPatch>> patches) {
        Item patched = item;
        for (ItemPatch patch : patches.getOrDefault(item.id(), List.of())) {
            patched = patch.applyTo(patched);
        }
        return patched;
    }

    /** Returns what of the changes does not fit {@code menu}; empty if all can be made. */
    public List<Fault> faults(MenuDocument menu) {
        Set<String> items = MenuEdits.itemIds(menu);
        Set<String> groups = MenuEdits.groupIds(menu);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            ItemChange change = changes.get(i);
            String place = "/" + FIELD + "/" + i;
            if (!items.contains(change.itemId())) {
                faults.add(new Fault(place + "/itemId",
                        "the menu has no item \"" + change.itemId() + "\""));
            }
            change.patch().faults(menu.currency(), groups).forEach(fault -> faults
                    .add(new Fault(place + fault.pointer(), fault.detail())));
        }
        return faults;
    }
}
