package carte.menu.document;

import carte.kit.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered while one menu is read: ids that are taken, the currency, and the
 * references that can be resolved only once all groups are known.
 */
final class MenuReading {

    private final Instant now;
    private final @Nullable String currency;
    private final Set<String> sections = new HashSet<>();
    private final Set<String> items = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final List<Reference> references = new ArrayList<>();
    private int itemCount;

    /**
     * Begins.
     *
     * @param currency of all prices; null where it is judged later
     */
    MenuReading(Instant now, @Nullable String currency) {
        this.now = now;
        this.currency = currency;
    }

    /** A place that names a group; {@code fromOption} if it belongs to an option. */
    record Reference(JsonObject owner, int index, String groupId, boolean fromOption) {

        void fault(String detail) {
            owner.faultAt(owner.pointerTo("modifierGroups") + "/" + index, detail);
        }
    }

    Instant now() {
        return now;
    }

    @Nullable
    String currency() {
        return currency;
    }

    boolean isFull() {
        return itemCount > MenuLimits.ITEMS;
    }

    void countItem() {
        itemCount++;
    }

    int itemCount() {
        return itemCount;
    }

    List<Reference> references() {
        return references;
    }

    String sectionId(JsonObject section) {
        return uniqueId(section, sections, "section");
    }

    String itemId(JsonObject item) {
        countItem();
        return uniqueId(item, items, "item");
    }

    String groupId(JsonObject group) {
        return uniqueId(group, groups, "modifier group");
    }

    /** Reads an id that must differ from those in {@code taken}. */
    String uniqueId(JsonObject object, Set<String> taken, String what) {
        String id = object.matching("id", MenuLimits.ID, "an id of 1 to 64 of a-z, 0-9 and -", "");
        if (!id.isEmpty() && !taken.add(id)) {
            object.fault("id", "expected another id: there is a " + what + " \"" + id
                    + "\" already");
        }
        return id;
    }

    /** Reads the ids of groups that an item or an option opens. */
    List<String> groupReferences(JsonObject owner, boolean fromOption) {
        Set<String> seen = new HashSet<>();
        List<String> ids = owner.texts("modifierGroups", MenuLimits.REFERENCES,
                id -> MenuLimits.ID.matcher(id).matches() && seen.add(id),
                "the id of a group, each once");
        for (int i = 0; i < ids.size(); i++) {
            references.add(new Reference(owner, i, ids.get(i), fromOption));
        }
        return ids;
    }
}
