package carte.local.contract;

import carte.local.contract.Attempt.Expected;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All ways to change a valid body at one place: those that its schema allows, and those that it
 * forbids.
 */
final class BodyEdits {

    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();
    private static final int LONGEST_LIST = 300;

    private final ApiDocument document;
    private final ObjectNode valid;
    private final List<Edit> edits = new ArrayList<>();

    /** A changed body. */
    record Edit(String what, Expected expected, JsonNode body) {}

    private BodyEdits(ApiDocument document, ObjectNode valid) {
        this.document = document;
        this.valid = valid;
    }

    static List<Edit> of(ApiDocument document, ObjectNode valid, JsonNode schema) {
        BodyEdits all = new BodyEdits(document, valid);
        all.object("", valid, document.resolve(schema));
        return all.edits;
    }

    private void object(String at, ObjectNode object, JsonNode schema) {
        JsonNode properties = schema.path("properties");
        boolean closed = schema.path("additionalProperties").isBoolean();
        add("unknown field in " + at + "/", closed ? Expected.REFUSED : Expected.ANY, at,
                parent -> parent.put("tpyo", 1));
        Set<String> required = Set.copyOf(schema.path("required").valueStream()
                .map(JsonNode::asString).toList());
        for (String name : List.copyOf(object.propertyNames())) {
            boolean needed = required.contains(name);
            add("without " + at + "/" + name, needed ? Expected.REFUSED : Expected.ANY, at,
                    parent -> parent.remove(name));
            JsonNode field = properties.has(name)
                    ? properties.get(name)
                    : schema.path("additionalProperties");
            if (field.isObject()) {
                value(at, name, object.get(name), field);
            }
        }
    }

    private void value(String at, String name, JsonNode value, JsonNode declared) {
        JsonNode schema = concrete(declared);
        if (schema.path("type").isMissingNode()) {
            return;
        }
        String place = at + "/" + name;
        boolean nullable = !schema.equals(document.resolve(declared))
                || schema.path("type").isArray();
        set(place + " null", nullable ? Expected.ANY : Expected.REFUSED, at, name,
                NODES.nullNode());
        set(place + " of another type", Expected.REFUSED, at, name,
                value.isBoolean() ? NODES.numberNode(1) : NODES.booleanNode(true));
        switch (value) {
            case ObjectNode object -> object(place, object, schema);
            case ArrayNode array -> array(at, name, array, schema);
            default -> {
                if (value.isString()) {
                    text(at, name, schema);
                } else if (value.isNumber()) {
                    number(at, name, schema, declared);
                }
            }
        }
    }

    /** Follows the reference of a field that may be null besides. */
    private JsonNode concrete(JsonNode declared) {
        for (JsonNode alternative : declared.path("anyOf")) {
            if (alternative.has("$ref")) {
                return document.resolve(alternative);
            }
        }
        return document.resolve(declared);
    }

    private void array(String at, String name, ArrayNode array, JsonNode schema) {
        String place = at + "/" + name;
        boolean some = schema.path("minItems").asInt(0) > 0;
        set(place + " empty", some ? Expected.REFUSED : Expected.ANY, at, name,
                NODES.arrayNode());
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        if (array.isEmpty()) {
            return;
        }
        if (most < LONGEST_LIST) {
            ArrayNode longer = NODES.arrayNode();
            for (int i = 0; i <= most; i++) {
                longer.add(array.get(0));
            }
            set(place + " too long", Expected.REFUSED, at, name, longer);
        }
        if (schema.path("uniqueItems").asBoolean(false)) {
            set(place + " twice the same", Expected.REFUSED, at, name,
                    NODES.arrayNode().add(array.get(0)).add(array.get(0)));
        }
        set(place + " with another type", Expected.REFUSED, at, name, NODES.arrayNode().add(1.5));
        if (array.get(0) instanceof ObjectNode first) {
            object(place + "/0", first, document.resolve(schema.path("items")));
        }
    }

    private void text(String at, String name, JsonNode schema) {
        String place = at + "/" + name;
        boolean bound = schema.has("pattern") || schema.has("enum") || schema.has("format");
        set(place + " with control characters", Expected.REFUSED, at, name,
                NODES.stringNode("a\u0000b\u0007"));
        set(place + " in other letters", bound ? Expected.REFUSED : Expected.ANY, at, name,
                NODES.stringNode("Ọ̀fàdà \uD83C\uDF5B"));
        int least = schema.path("minLength").asInt(0);
        set(place + " empty", bound || least > 0 ? Expected.REFUSED : Expected.ANY, at, name,
                NODES.stringNode(""));
        if (schema.has("maxLength")) {
            int most = schema.path("maxLength").asInt();
            set(place + " as long as may be", Expected.ANY, at, name,
                    NODES.stringNode("x".repeat(most)));
            set(place + " too long", Expected.REFUSED, at, name,
                    NODES.stringNode("x".repeat(most + 1)));
        }
        set(place + " huge", Expected.REFUSED, at, name, NODES.stringNode("x".repeat(200_000)));
    }

    private void number(String at, String name, JsonNode schema, JsonNode declared) {
        String place = at + "/" + name;
        JsonNode bounds = declared.has("minimum") || declared.has("maximum") ? declared : schema;
        if (bounds.has("minimum")) {
            long least = bounds.get("minimum").asLong();
            set(place + " least", Expected.ANY, at, name, NODES.numberNode(least));
            set(place + " below", Expected.REFUSED, at, name, NODES.numberNode(least - 1));
        }
        if (bounds.has("maximum")) {
            long most = bounds.get("maximum").asLong();
            set(place + " most", Expected.ANY, at, name, NODES.numberNode(most));
            set(place + " above", Expected.REFUSED, at, name, NODES.numberNode(most + 1));
        }
        if (schema.path("type").asString("").equals("integer")) {
            set(place + " with a fraction", Expected.REFUSED, at, name, NODES.numberNode(1.5));
        }
        set(place + " beyond all numbers", Expected.REFUSED, at, name,
                NODES.numberNode(new BigInteger("9".repeat(40))));
    }

    private void set(String what, Expected expected, String at, String name, JsonNode value) {
        add(what, expected, at, parent -> parent.set(name, value));
    }

    private void add(String what, Expected expected, String at, Consumer<ObjectNode> change) {
        ObjectNode body = valid.deepCopy();
        change.accept((ObjectNode) body.at(at));
        edits.add(new Edit(what, expected, body));
    }
}
