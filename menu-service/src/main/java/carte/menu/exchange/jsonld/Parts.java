package carte.menu.exchange.jsonld;

import carte.menu.document.MenuLimits;
import carte.menu.exchange.draft.Draft;
import tools.jackson.databind.node.ObjectNode;

/** Reads what sections, items, groups and options have in common. */
final class Parts {

    private final Graph graph;
    private final Draft draft;
    private final Words words;
    private final Offers offers;

    Parts(Graph graph, Draft draft, Words words, Offers offers) {
        this.graph = graph;
        this.draft = draft;
        this.words = words;
        this.offers = offers;
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
     * schema.org has no words for.
     */
    void own(Place thing, ObjectNode part) {
        thing.object().forEachEntry((name, value) -> {
            if (name.startsWith(JsonLdFile.OWN) && !name.equals(JsonLdFile.OWN_GROUPS)) {
                part.set(name.substring(JsonLdFile.OWN.length()), value);
            }
        });
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
