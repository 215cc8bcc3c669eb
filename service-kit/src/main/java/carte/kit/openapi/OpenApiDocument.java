package carte.kit.openapi;

import carte.contracts.json.ContractJson;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Makes the OpenAPI 3.1 document of some calls. */
public final class OpenApiDocument {

    private OpenApiDocument() {}

    /** Returns the document; throws if a call is not described well. */
    public static ObjectNode of(Collection<Handler> handlers, List<ApiShapes> describers) {
        Shapes shapes = new Shapes();
        new ContractShapes().describe(shapes);
        describers.forEach(describer -> describer.describe(shapes));
        Schemas taken = Schemas.taken(shapes);
        Schemas answered = Schemas.answered(shapes);
        ProblemResponses problems = new ProblemResponses(shapes, answered);
        OperationReader reader = new OperationReader(shapes, taken, answered, problems);

        ObjectNode document = head();
        document.set("paths", paths(handlers, reader));
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        Map<String, ObjectNode> sorted = new TreeMap<>();
        sorted.put("Problem", problems.schema());
        for (Schemas direction : List.of(taken, answered)) {
            direction.collect().forEachEntry((name, schema) -> sorted.put(
                    name, (ObjectNode) schema));
        }
        sorted.forEach(schemas::set);
        addComponents(document, reader.parameters());
        return document;
    }

    private static ObjectNode head() {
        return (ObjectNode) ContractJson.mapper().readTree("""
                {"openapi": "3.1.0",
                 "info": {
                   "title": "Carte",
                   "version": "1",
                   "summary": "Restaurant menus that are never older than a stated bound.",
                   "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
                 "servers": [{"url": "/"}],
                 "tags": [
                   {"name": "Customers", "description": "Finding restaurants, reading menus, \
                ordering. No login."},
                   {"name": "Admins", "description": "Restaurants and whoever writes for them."},
                   {"name": "Operators", "description": "Whoever runs the platform."}]}""");
    }

    private static ObjectNode paths(Collection<Handler> handlers, OperationReader reader) {
        ObjectNode paths = ContractJson.mapper().createObjectNode();
        handlers.stream()
                .sorted(Comparator.comparing(Handler::path).thenComparing(Handler::method))
                .forEach(handler -> paths.withObjectProperty(handler.path()).set(
                        handler.method().toLowerCase(Locale.ROOT), reader.read(handler)));
        return paths;
    }

    private static void addComponents(ObjectNode document, Set<SharedParameter> parameters) {
        ObjectNode components = (ObjectNode) document.get("components");
        ObjectNode described = components.putObject("parameters");
        parameters.forEach(parameter -> described.set(parameter.key(), parameter.describe()));
        ObjectNode headers = components.putObject("headers");
        for (SharedHeader header : SharedHeader.values()) {
            headers.set(header.key(), header.describe());
        }
        components.set("examples", ProblemResponses.examples());
        components.set("securitySchemes", ContractJson.mapper().readTree("""
                {"login": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                   "description": "An OAuth 2 token. Its claim `restaurants` lists the ids that \
                it may write to; the role `operator` may write to all."},
                 "orderToken": {"type": "http", "scheme": "bearer",
                   "description": "The `accessToken` that came with the order."}}"""));
    }
}
