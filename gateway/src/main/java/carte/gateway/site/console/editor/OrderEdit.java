package carte.gateway.site.console.editor;

import carte.contracts.json.ContractJson;
import carte.gateway.site.console.Difference;
import carte.gateway.site.console.Edit;
import carte.gateway.site.console.Step;
import carte.gateway.site.console.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another order of a section's items, or of the outer sections.
 *
 * @param section whose items; empty for the sections themselves
 * @param saw the ids in the order in which they stood
 * @param want the same ids in the order that is wanted
 */
record OrderEdit(String section, List<String> saw, List<String> want) implements Edit {

    /** The name of the field under which a difference of orders is told. */
    static final String FIELD = "order";

    /** Copies the lists. */
    OrderEdit {
        saw = List.copyOf(saw);
        want = List.copyOf(want);
    }

    /** Returns the edit that moves one of them by some places; nothing if it cannot be. */
    static Optional<OrderEdit> move(String section, List<String> saw, String id, int by) {
        int from = saw.indexOf(id);
        int to = from + by;
        if (from < 0 || to < 0 || to >= saw.size()) {
            return Optional.empty();
        }
        List<String> want = new ArrayList<>(saw);
        Collections.rotate(want.subList(Math.min(from, to), Math.max(from, to) + 1),
                by > 0 ? -1 : 1);
        return Optional.of(new OrderEdit(section, saw, want));
    }

    @Override
    public Step on(ObjectNode menu) {
        if (saw.size() != want.size() || !new HashSet<>(saw).equals(new HashSet<>(want))) {
            return new Step.Refuse("console.refused.order");
        }
        Optional<ArrayNode> list = list(menu);
        if (list.isEmpty()) {
            return new Step.Gone();
        }
        List<String> now = list.get().valueStream().map(Tree::id).toList();
        if (now.equals(want)) {
            return new Step.Nothing();
        }
        if (!now.equals(saw)) {
            return clash(menu, now);
        }
        sort(list.get());
        return new Step.Replace(menu);
    }

    private Optional<ArrayNode> list(ObjectNode menu) {
        return section.isEmpty()
                ? Optional.of(Tree.sectionList(menu))
                : Tree.section(menu, section).map(Tree::itemList);
    }

    private void sort(ArrayNode list) {
        Map<String, JsonNode> parts = list.valueStream()
                .collect(Collectors.toMap(Tree::id, each -> each));
        list.removeAll();
        want.forEach(id -> list.add(parts.get(id)));
    }

    /** What others have added or taken away meanwhile is kept where it is. */
    private Step clash(ObjectNode menu, List<String> now) {
        Map<String, String> names = list(menu).orElseThrow().valueStream()
                .collect(Collectors.toMap(Tree::id, Tree::name));
        return new Step.Clash(List.of(new Difference(FIELD,
                named(now, names), named(onTopOf(now), names))));
    }

    /** Returns the wanted order of the parts that there are now. */
    List<String> onTopOf(List<String> now) {
        List<String> order = new ArrayList<>(want);
        order.retainAll(new HashSet<>(now));
        for (int i = 0; i < now.size(); i++) {
            if (!order.contains(now.get(i))) {
                order.add(Math.min(i, order.size()), now.get(i));
            }
        }
        return order;
    }

    private static JsonNode named(List<String> ids, Map<String, String> names) {
        ArrayNode list = ContractJson.mapper().createArrayNode();
        ids.forEach(id -> list.add(names.getOrDefault(id, id)));
        return list;
    }
}
