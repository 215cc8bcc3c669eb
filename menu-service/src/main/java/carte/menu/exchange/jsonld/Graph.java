package carte.menu.exchange.jsonld;

import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON-LD file as a graph: properties by any of their names, one value or many, in place or by
 * reference. Contexts are not looked at, so nothing is ever fetched.
 */
final class Graph {

    private static final List<String> PREFIXES = List
            .of("", "schema:", "https://schema.org/", "http://schema.org/");

    /**
     * Far more than the largest menu has. Things can be named again and again, all their values
     * with them, so the size of a file does not bound what it says.
     */
    private static final int MOST_VALUES = 1_000_000;

    private final Place root;
    private final Map<String, Place> byId = new HashMap<>();
    private int followed;

    Graph(JsonNode root) {
        this.root = new Place(root, "");
        index(this.root);
    }

    private void index(Place place) {
        JsonNode id = place.object().get("@id");
        if (id != null && id.isString() && place.node().size() > 1) {
            byId.putIfAbsent(id.stringValue(), place);
        }
        if (place.node().isArray()) {
            elements(place).forEach(this::index);
        } else {
            place.object().forEachEntry(
                    (name, value) -> index(new Place(value, pointer(place, name))));
        }
    }

    /** Returns what stands at the top: the file's object or objects, and those of a graph. */
    List<Place> top() {
        List<Place> top = new ArrayList<>();
        for (Place place : elements(root)) {
            top.add(place);
            top.addAll(values(place, "@graph"));
        }
        return top;
    }

    /**
     * Returns all values of a property, references followed, lists and sets taken apart.
     *
     * @throws ProblemException 422 if the file says too much
     */
    List<Place> values(Place owner, String property) {
        List<Place> values = new ArrayList<>();
        for (String prefix : PREFIXES) {
            String name = prefix + property;
            JsonNode value = owner.object().get(name);
            if (value != null) {
                collect(new Place(value, pointer(owner, name)), values);
            }
        }
        return values;
    }

    /** Returns the first value of a property. */
    Optional<Place> value(Place owner, String property) {
        return values(owner, property).stream().findFirst();
    }

    private void collect(Place place, List<Place> values) {
        if (++followed > MOST_VALUES) {
            throw ProblemException.invalid(List.of(new Fault(place.pointer(), "expected at most "
                    + MOST_VALUES + " values in all, those counted that are named again")));
        }
        if (place.node().isNull()) {
            return;
        }
        if (place.node().isArray()) {
            elements(place).forEach(element -> collect(element, values));
            return;
        }
        ObjectNode object = place.object();
        for (String container : List.of("@list", "@set")) {
            if (object.get(container) != null && object.get(container).isArray()) {
                elements(new Place(object.get(container), pointer(place, container)))
                        .forEach(element -> collect(element, values));
                return;
            }
        }
        values.add(resolved(place));
    }

    private Place resolved(Place place) {
        JsonNode id = place.object().get("@id");
        return place.node().size() == 1 && id != null && id.isString()
                ? byId.getOrDefault(id.stringValue(), place)
                : place;
    }

    /** Tells whether a thing says that it is of a type of schema.org. */
    boolean is(Place place, String type) {
        for (Place value : values(place, "@type")) {
            for (String prefix : PREFIXES) {
                if (value.node().isString() && value.node().stringValue().equals(prefix + type)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns a name of schema.org without its address: {@code VeganDiet}. */
    static String local(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }

    private static List<Place> elements(Place place) {
        if (!place.node().isArray()) {
            return List.of(place);
        }
        List<Place> elements = new ArrayList<>();
        for (int i = 0; i < place.node().size(); i++) {
            elements.add(new Place(place.node().get(i), place.pointer() + "/" + i));
        }
        return elements;
    }

    static String pointer(Place owner, String name) {
        return owner.pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
