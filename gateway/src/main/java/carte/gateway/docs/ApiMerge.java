package carte.gateway.docs;

import carte.contracts.json.ContractJson;
import carte.gateway.route.Route;
import carte.gateway.route.RouteTable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one OpenAPI document of those of several services; only what is routed gets in. */
final class ApiMerge {

    private static final String PATHS = "paths";
    private static final String COMPONENTS = "components";

    private final Map<String, Set<String>> published = RouteTable.routes().stream()
            .collect(Collectors.toMap(Route::template, route -> route.methods().stream()
                    .map(method -> method.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet())));
    private final ObjectNode merged;
    private final ObjectNode paths = ContractJson.mapper().createObjectNode();
    private final Set<String> operationIds = new HashSet<>();

    private ApiMerge(ObjectNode first) {
        merged = first.deepCopy();
        merged.set(PATHS, paths);
        merged.putObject(COMPONENTS);
    }

    /**
     * Returns the document of all of these; head and tags are those of the first.
     *
     * @throws IllegalArgumentException if two describe one thing differently
     */
    static ObjectNode of(List<ObjectNode> documents) {
        ApiMerge merge = new ApiMerge(documents.getFirst());
        documents.forEach(merge::add);
        merge.sortPaths();
        return merge.merged;
    }

    private void add(ObjectNode document) {
        for (Map.Entry<String, JsonNode> path : document.path(PATHS).properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                addOperation(path.getKey(), operation.getKey(), operation.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> kind : document.path(COMPONENTS).properties()) {
            ObjectNode into = merged.withObject("/" + COMPONENTS + "/" + kind.getKey());
            kind.getValue().properties().forEach(component -> addComponent(
                    into, kind.getKey(), component.getKey(), component.getValue()));
        }
    }

    private void addOperation(String path, String method, JsonNode operation) {
        if (!published.getOrDefault(path, Set.of()).contains(method)) {
            return;
        }
        ObjectNode operations = paths.withObjectProperty(path);
        if (operations.has(method)) {
            throw new IllegalArgumentException(method + " " + path + " is described twice");
        }
        if (!operationIds.add(operation.path("operationId").asString(""))) {
            throw new IllegalArgumentException(
                    "two operations have the id " + operation.path("operationId"));
        }
        operations.set(method, operation);
    }

    private static void addComponent(
            ObjectNode into, String kind, String name, JsonNode component) {
        JsonNode known = into.get(name);
        if (known != null && !known.equals(component)) {
            throw new IllegalArgumentException(
                    "two services describe " + kind + "/" + name + " differently");
        }
        into.set(name, component);
    }

    private void sortPaths() {
        Map<String, JsonNode> sorted = new TreeMap<>();
        paths.properties().forEach(path -> sorted.put(path.getKey(), path.getValue()));
        paths.removeAll();
        sorted.forEach(paths::set);
    }
}
