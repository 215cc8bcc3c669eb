package carte.menu.history;

import carte.menu.history.MenuDiff.Change;
import carte.menu.history.MenuDiff.FieldChange;
import carte.menu.history.MenuDiff.Kind;
import carte.menu.history.MenuDiff.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** What happened to the parts of one kind: pairs of old and new by their keys. */
final class PartChanges {

    private static final String PRICE = "price";

    private final Map<MenuPart.Key, MenuPart> before = new LinkedHashMap<>();
    private final Map<MenuPart.Key, MenuPart> after = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    private PartChanges(List<MenuPart> before, List<MenuPart> after) {
        before.forEach(part -> this.before.put(part.key(), part));
        after.forEach(part -> this.after.put(part.key(), part));
    }

    /** Returns the changes in the order of the newer menu, and then what was removed. */
    static List<Change> of(List<MenuPart> before, List<MenuPart> after) {
        PartChanges parts = new PartChanges(before, after);
        parts.compare();
        return parts.changes;
    }

    private void compare() {
        Set<MenuPart.Key> outOfOrder = outOfOrder();
        after.forEach((key, part) -> {
            MenuPart old = before.get(key);
            if (old == null) {
                add(Kind.ADDED, part, priceOnly(NullNode.instance, part, true));
            } else {
                compare(old, part, outOfOrder.contains(key));
            }
        });
        before.forEach((key, old) -> {
            if (!after.containsKey(key)) {
                add(Kind.REMOVED, old, priceOnly(NullNode.instance, old, false));
            }
        });
    }

    private void compare(MenuPart old, MenuPart part, boolean outOfOrder) {
        if (!Objects.equals(old.parent(), part.parent())) {
            add(Kind.MOVED, part, List.of(new FieldChange(
                    "section", text(old.parent()), text(part.parent()))));
        } else if (outOfOrder) {
            add(Kind.MOVED, part, List.of(new FieldChange(
                    "position", IntNode.valueOf(old.position()),
                    IntNode.valueOf(part.position()))));
        }
        if (!old.content().equals(part.content())) {
            List<FieldChange> fields = changedFields(old.fields(), part.fields());
            if (!fields.isEmpty()) {
                add(Kind.CHANGED, part, fields);
            }
        }
    }

    private static List<FieldChange> changedFields(
            Map<String, JsonNode> old, Map<String, JsonNode> now) {
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        return names.stream()
                .map(name -> new FieldChange(name,
                        old.getOrDefault(name, NullNode.instance),
                        now.getOrDefault(name, NullNode.instance)))
                .filter(field -> !field.from().equals(field.to()))
                .toList();
    }

    /** The parts that changed places with parts of the same parent: as few as can be. */
    private Set<MenuPart.Key> outOfOrder() {
        Map<String, List<MenuPart>> stayed = new HashMap<>();
        after.forEach((key, part) -> {
            MenuPart old = before.get(key);
            if (old != null && Objects.equals(old.parent(), part.parent())) {
                stayed.computeIfAbsent(String.valueOf(part.parent()), _ -> new ArrayList<>())
                        .add(part);
            }
        });
        Set<MenuPart.Key> moved = new LinkedHashSet<>();
        stayed.values().forEach(parts -> {
            int[] oldPositions = parts.stream()
                    .mapToInt(part -> Objects.requireNonNull(before.get(part.key())).position())
                    .toArray();
            Ascent.others(oldPositions).forEach(index -> moved.add(parts.get(index).key()));
        });
        return moved;
    }

    private static List<FieldChange> priceOnly(JsonNode absent, MenuPart part, boolean added) {
        JsonNode price = part.fields().get(PRICE);
        if (price == null) {
            return List.of();
        }
        return List.of(new FieldChange(
                PRICE, added ? absent : price, added ? price : absent));
    }

    private void add(Kind kind, MenuPart part, List<FieldChange> fields) {
        boolean inSection = part.what() == What.ITEM || part.what() == What.SECTION;
        changes.add(new Change(kind, part.what(), part.id(), part.name(),
                inSection ? part.parent() : null,
                part.what() == What.OPTION ? part.parent() : null,
                fields));
    }

    private static JsonNode text(@Nullable String text) {
        return text == null ? NullNode.instance : StringNode.valueOf(text);
    }
}
