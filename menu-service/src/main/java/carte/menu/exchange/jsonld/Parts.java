package carte.menu.exchange.jsonld;

import carte.menu.document.MenuLimits;
import carte.menu.exchange.draft.Draft;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what sections, items, groups and options have in common. */
final class Parts {

    /** What schema.org has properties for, and a part is put together by. */
    private static final Map<String, String> STRUCTURE = Map.of("id", "identifier",
            "sections", "hasMenuSection", "items", "hasMenuItem", "options", "hasMenuItem",
            "modifierGroups", "menuAddOn");

    private final Graph graph;
    private final Draft draft;
    private final Words words;
    private final Offers offers;
    private final Set<String> menus;

    /**
     * Begins.
     *
     * @param menus pointers to those that may list groups
     */
    Parts(Graph graph, Draft draft, Words words, Offers offers, Set<String> menus) {
        this.graph = graph;
        this.draft = draft;
        this.words = words;
        this.offers = offers;
        this.menus = Set.copyOf(menus);
    }

    /** Reads id and name. */
    void named(Place thing, ObjectNode part) {
        graph.values(thing, "identifier").stream()
                .map(Words::text)
                .filter(id -> id != null && MenuLimits.ID.matcher(id).matches())
                .findFirst()
                .ifPresent(id -> part.put("id", id));
        words.read(thing, "name", part);
    }

    /**
     * Takes Carte's own properties as they are. They come last, because they say exactly what
     * schema.org has no words for; what a part is put together by has words.
     */
    void own(Place thing, ObjectNode part) {
        thing.object().forEachEntry((name, value) -> {
            boolean isList = name.equals(JsonLdFile.OWN_GROUPS)
                    && menus.contains(thing.pointer());
            if (name.startsWith(JsonLdFile.OWN) && !isList) {
                own(thing, name, value, part);
            }
        });
    }

    private void own(Place thing, String name, JsonNode value, ObjectNode part) {
        String field = name.substring(JsonLdFile.OWN.length());
        String property = STRUCTURE.get(field);
        if (property == null) {
            part.set(field, value);
        } else {
            draft.fault(Graph.pointer(thing, name), "", "expected " + property + " in its place");
        }
    }

    /** Reads the description of an item; other parts have one only in translations. */
    void described(Place thing, ObjectNode part) {
        words.read(thing, "description", part);
        if (part.path("description").asString("-").isEmpty()) {
            part.remove("description");
        }
    }

    /** Reads price and availability; prices to choose from become a group of their own. */
    void priced(Place thing, ObjectNode part) {
        offers.read(thing, part).ifPresent(group -> {
            draft.groups().add(group);
            draft.open(part, group);
        });
    }
}
