package carte.local.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI document, read the way a client's tools read it. */
public record ApiDocument(ObjectNode root) {

    /** One method of one path. */
    public record Operation(String method, String path, ObjectNode node) {

        /** Returns the operation's id. */
        public String id() {
            return node.path("operationId").asString();
        }

        /** Returns the media types of the body that it takes, with their descriptions. */
        public Map<String, JsonNode> bodies() {
            return ApiDocument.fields(node.at("/requestBody/content"));
        }

        /** Returns the name of the security scheme that it asks for, or an empty text. */
        public String scheme() {
            return node.path("security").path(0).propertyNames().stream().findFirst().orElse("");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Returns every operation. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        fields(root.path("paths")).forEach((path, methods) -> fields(methods)
                .forEach((method, node) -> operations.add(new Operation(
                        method.toUpperCase(Locale.ROOT), path, (ObjectNode) node))));
        return operations;
    }

    /** Returns the parameters of an operation, with references followed. */
    public List<JsonNode> parameters(Operation operation) {
        return operation.node().path("parameters").valueStream().map(this::resolve).toList();
    }

    /** Returns what a reference leads to, or the node itself. */
    public JsonNode resolve(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : root.at(reference.asString().substring(1));
    }

    static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
