package carte.menu.exchange.jsonld;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A value of a file and the JSON pointer to it.
 *
 * @param node never null or missing
 */
record Place(JsonNode node, String pointer) {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    /** Returns the value as an object, an empty one if it is something else. */
    ObjectNode object() {
        return node instanceof ObjectNode object ? object : NOTHING;
    }

    boolean isObject() {
        return node instanceof ObjectNode;
    }
}
