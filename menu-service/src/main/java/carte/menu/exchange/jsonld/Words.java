package carte.menu.exchange.jsonld;

import carte.menu.exchange.draft.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads names and descriptions: a text, a text in a language, or several of these. */
final class Words {

    private final Graph graph;
    private final Draft draft;
    private final @Nullable String language;

    /**
     * Begins.
     *
     * @param language of the menu where texts say theirs; null if it does not say
     */
    Words(Graph graph, Draft draft, @Nullable String language) {
        this.graph = graph;
        this.draft = draft;
        this.language = language;
    }

    /** Puts the text itself into the part, and those in other languages into translations. */
    void read(Place thing, String property, ObjectNode part) {
        List<Place> values = graph.values(thing, property);
        Place main = main(values);
        for (Place value : values) {
            String text = text(value);
            if (text == null) {
                draft.fault(thing.pointer(), "/" + property,
                        "expected a text, or {\"@value\": …, \"@language\": …}");
                part.put(property, "-");
            } else if (value.equals(main)) {
                part.put(property, text);
            } else if (!tag(value).isEmpty()) {
                part.withObjectProperty("translations").withObjectProperty(tag(value))
                        .put(property, text);
            }
        }
    }

    /** The one without a language, else the menu's language, else the first. */
    private @Nullable Place main(List<Place> values) {
        return values.stream().filter(value -> tag(value).isEmpty()).findFirst()
                .or(() -> values.stream()
                        .filter(value -> tag(value).equals(language)).findFirst())
                .or(() -> values.stream().findFirst())
                .orElse(null);
    }

    private static String tag(Place value) {
        return value.object().path("@language").asString("");
    }

    /** Returns the text of a value, or null if it is none. */
    static @Nullable String text(Place value) {
        JsonNode bare = value.isObject() ? value.node().path("@value") : value.node();
        return bare.isString() ? bare.stringValue() : null;
    }
}
