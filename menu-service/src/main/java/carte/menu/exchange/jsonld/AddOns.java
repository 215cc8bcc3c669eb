package carte.menu.exchange.jsonld;

import carte.menu.exchange.draft.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code menuAddOn}: a section of add-ons is a group, and single ones make up a group. */
final class AddOns {

    // One more than menus allow, so that the rules for menus say so.
    private static final int DEEPEST = 3;

    private final Graph graph;
    private final Draft draft;
    private final Parts parts;
    private final Map<String, ObjectNode> byPointer = new HashMap<>();
    // Sites repeat a group at each item that has it.
    private final Map<JsonNode, ObjectNode> byContent = new HashMap<>();

    AddOns(Graph graph, Draft draft, Parts parts) {
        this.graph = graph;
        this.draft = draft;
        this.parts = parts;
    }

    /** Reads the groups that Carte's own files list, those included that no item opens. */
    void readList(Place menu) {
        List<Place> sections = graph.values(menu, JsonLdFile.OWN_GROUPS);
        // All are known before one opens another, so that they keep their order.
        List<ObjectNode> groups = sections.stream().map(this::begin).toList();
        for (int i = 0; i < groups.size(); i++) {
            finish(sections.get(i), groups.get(i), 1);
        }
    }

    /** Lets a part open the groups of its add-ons. */
    void read(Place thing, ObjectNode part) {
        read(thing, part, 1);
    }

    private void read(Place thing, ObjectNode part, int level) {
        ObjectNode singles = null;
        for (Place addOn : graph.values(thing, "menuAddOn")) {
            if (!addOn.isObject() || (addOn.node().size() == 1 && addOn.node().has("@id"))) {
                draft.fault(thing.pointer(), "/modifierGroups",
                        "expected a MenuSection or a MenuItem, but there is none "
                                + JsonLdFile.quoted(addOn.node()));
            } else if (isSection(addOn)) {
                open(part, group(addOn, level));
            } else if (level > DEEPEST) {
                tooDeep(addOn);
            } else {
                singles = singles == null ? single(thing, part) : singles;
                singles.withArray("options").add(option(addOn, level));
                singles.put("max", singles.path("options").size());
            }
        }
    }

    private boolean isSection(Place addOn) {
        return graph.is(addOn, "MenuSection") || !graph.values(addOn, "hasMenuItem").isEmpty();
    }

    private ObjectNode single(Place thing, ObjectNode part) {
        ObjectNode group = draft.part(thing.pointer());
        group.put("name", part.path("name").asString(""));
        draft.groups().add(group);
        draft.open(part, group);
        return group;
    }

    private void open(ObjectNode part, @Nullable ObjectNode group) {
        if (group != null) {
            draft.open(part, group);
        }
    }

    private @Nullable ObjectNode group(Place section, int level) {
        ObjectNode known = byPointer.get(section.pointer());
        if (known == null) {
            known = byContent.get(section.node());
        }
        if (known != null) {
            return known;
        }
        if (level > DEEPEST) {
            tooDeep(section);
            return null;
        }
        ObjectNode group = begin(section);
        finish(section, group, level);
        return group;
    }

    /** Ends a way that may lead round and round: a thing can be its own add-on. */
    private void tooDeep(Place addOn) {
        draft.fault(addOn.pointer(), "", "expected no add-on here: add-ons nest two deep");
    }

    private ObjectNode begin(Place section) {
        ObjectNode group = draft.part(section.pointer());
        byPointer.put(section.pointer(), group);
        byContent.put(section.node(), group);
        draft.groups().add(group);
        return group;
    }

    private void finish(Place section, ObjectNode group, int level) {
        parts.named(section, group);
        for (Place item : graph.values(section, "hasMenuItem")) {
            group.withArray("options").add(option(item, level));
        }
        group.put("max", Math.max(1, group.path("options").size()));
        parts.own(section, group);
    }

    private ObjectNode option(Place item, int level) {
        ObjectNode option = draft.part(item.pointer());
        parts.named(item, option);
        parts.priced(item, option);
        // Options cannot be sold out by themselves.
        option.remove("availability");
        read(item, option, level + 1);
        parts.own(item, option);
        return option;
    }
}
