package carte.kit.openapi;

import carte.contracts.json.ContractJson;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one record looks like as JSON, beyond what its types say. The bounds are best taken from the
 * constants of whoever reads or writes it.
 */
public final class Shape {

    private final Class<?> type;
    private final Set<String> fields = new HashSet<>();
    private final Set<String> required = new HashSet<>();
    private final Set<String> omitted = new HashSet<>();
    private final Set<String> neverNull = new HashSet<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Map<String, ObjectNode> attributes = new HashMap<>();
    private final Map<String, ObjectNode> elements = new HashMap<>();
    private String name;
    private @Nullable String description;

    Shape(Class<?> type) {
        this.type = type;
        this.name = type.getSimpleName();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(component.getName());
        }
    }

    /** Gives another name than the record's own. */
    public Shape named(String newName) {
        name = newName;
        return this;
    }

    /** Says what it is, in a sentence. */
    public Shape is(String newDescription) {
        description = newDescription;
        return this;
    }

    /** Says what a field is. */
    public Shape field(String field, String text) {
        return with(field, node -> node.put("description", text));
    }

    /** Names the fields that a body must have; an answer has all. */
    public Shape required(String... names) {
        Arrays.stream(names).map(this::known).forEach(required::add);
        return this;
    }

    /** Names the fields that an answer leaves out where there is nothing to say. */
    public Shape omitted(String... names) {
        Arrays.stream(names).map(this::known).forEach(omitted::add);
        return this;
    }

    /** Names the fields that a body may leave out but not set to null. */
    public Shape neverNull(String... names) {
        Arrays.stream(names).map(this::known).forEach(neverNull::add);
        return this;
    }

    /** Names fields that a body may have besides and that nobody reads. */
    public Shape ignored(String... names) {
        ignored.addAll(Arrays.asList(names));
        return this;
    }

    /** Says how long a text may be. */
    public Shape text(String field, int least, int most) {
        return with(field, node -> node.put("minLength", least).put("maxLength", most));
    }

    /** Says what all of a text matches. */
    public Shape matching(String field, String pattern) {
        return with(field, node -> node.put("pattern", whole(pattern)));
    }

    /** Says between which numbers one is, both included. */
    public Shape between(String field, long least, long most) {
        return with(field, node -> node.put("minimum", least).put("maximum", most));
    }

    /** Says how many elements a list or a map may have. */
    public Shape size(String field, int least, int most) {
        boolean map = Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals(field)
                        && Map.class.isAssignableFrom(component.getType()));
        String what = map ? "Properties" : "Items";
        return with(field, node -> node.put("min" + what, least).put("max" + what, most));
    }

    /** Says what each element of a list of texts matches, each of them there once. */
    public Shape eachMatching(String field, String pattern) {
        with(field, node -> node.put("uniqueItems", true));
        element(field).put("pattern", whole(pattern));
        return this;
    }

    /** Says what the elements of a list of texts may be, each of them there once. */
    public Shape eachOneOf(String field, Iterable<String> values) {
        with(field, node -> node.put("uniqueItems", true));
        ArrayNode constants = element(field).putArray("enum");
        values.forEach(constants::add);
        return this;
    }

    /** Says that no element of a list is there twice. */
    public Shape unique(String field) {
        return with(field, node -> node.put("uniqueItems", true));
    }

    /** Adds attributes of JSON Schema to a field. */
    public Shape with(String field, String schema) {
        return with(field, node -> node.setAll(
                (ObjectNode) ContractJson.mapper().readTree(schema)));
    }

    private Shape with(String field, Consumer<ObjectNode> change) {
        change.accept(attributes.computeIfAbsent(
                known(field), _ -> ContractJson.mapper().createObjectNode()));
        return this;
    }

    private ObjectNode element(String field) {
        return elements.computeIfAbsent(
                known(field), _ -> ContractJson.mapper().createObjectNode());
    }

    private String known(String field) {
        if (!fields.contains(field)) {
            throw new IllegalArgumentException(type + " has no field " + field);
        }
        return field;
    }

    private static String whole(String pattern) {
        return pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$";
    }

    String name() {
        return name;
    }

    @Nullable
    String description() {
        return description;
    }

    boolean isRequired(String field) {
        return required.contains(field);
    }

    boolean isOmitted(String field) {
        return omitted.contains(field);
    }

    boolean isNeverNull(String field) {
        return neverNull.contains(field) || required.contains(field);
    }

    Set<String> ignored() {
        return ignored;
    }

    @Nullable
    ObjectNode attributes(String field) {
        return attributes.get(field);
    }

    @Nullable
    ObjectNode elementAttributes(String field) {
        return elements.get(field);
    }
}
