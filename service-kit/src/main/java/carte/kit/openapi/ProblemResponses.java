package carte.kit.openapi;

import carte.contracts.json.ContractJson;
import carte.kit.problem.Fault;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers of a call that went wrong: one for each status, with the problems it may tell. */
final class ProblemResponses {

    private static final String PROBLEM = "#/" + Schemas.PLACE + "/Problem";

    private final Shapes shapes;
    private final Schemas schemas;

    ProblemResponses(Shapes shapes, Schemas schemas) {
        this.shapes = shapes;
        this.schemas = schemas;
    }

    /** Returns the schema of every problem. */
    ObjectNode schema() {
        ObjectNode schema = ContractJson.mapper().createObjectNode()
                .put("type", "object")
                .put("description", "What went wrong (RFC 9457).");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode urns = properties.putObject("type")
                .put("type", "string")
                .put("description", "Never changes; what programs go by.")
                .putArray("enum");
        for (ProblemType type : ProblemType.values()) {
            urns.add(type.urn());
        }
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("detail").put("type", "string")
                .put("description", "What happened this time and what was expected.");
        ObjectNode errors = properties.putObject("errors").put("type", "array")
                .put("description", "What is wrong at which places of the body.");
        errors.set("items", schemas.reference(Fault.class));
        schema.putArray("required").add("type").add("title").add("status").add("detail");
        return schema;
    }

    void addTo(ObjectNode responses, Collection<ProblemType> problems) {
        SortedMap<HttpStatus, List<ProblemType>> byStatus = problems.stream().sorted()
                .collect(Collectors.groupingBy(
                        ProblemType::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, types) -> responses.set(
                Integer.toString(status.value()), response(status, types)));
    }

    private ObjectNode response(HttpStatus status, List<ProblemType> types) {
        ObjectNode response = ContractJson.mapper().createObjectNode();
        response.put("description", types.stream().map(type -> type.title() + ".")
                .distinct().collect(Collectors.joining(" ")));
        addHeaders(response.putObject("headers"), status);
        ObjectNode content = response.putObject("content").putObject(Problem.MEDIA_TYPE);
        content.set("schema", schema(types));
        ObjectNode examples = content.putObject("examples");
        types.forEach(type -> examples.putObject(ComponentNames.of(type))
                .put("$ref", "#/components/examples/" + ComponentNames.of(type)));
        return response;
    }

    private static void addHeaders(ObjectNode headers, HttpStatus status) {
        OperationReader.addHeader(headers, SharedHeader.TRACE_RESPONSE);
        switch (status) {
            case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS -> OperationReader.addHeader(
                    headers, SharedHeader.RETRY_AFTER);
            case UNAUTHORIZED -> OperationReader.addHeader(
                    headers, SharedHeader.WWW_AUTHENTICATE);
            default -> {
                // The others need nothing more.
            }
        }
    }

    private ObjectNode schema(List<ProblemType> types) {
        ArrayNode alternatives = ContractJson.mapper().createArrayNode();
        List<ProblemType> plain = types.stream()
                .filter(type -> shapes.problemMembers(type) == null).toList();
        if (!plain.isEmpty()) {
            alternatives.add(oneOf(plain));
        }
        for (ProblemType type : types) {
            Class<?> members = shapes.problemMembers(type);
            if (members != null) {
                ObjectNode extended = oneOf(List.of(type));
                extended.withArray("allOf").add(schemas.reference(members));
                alternatives.add(extended);
            }
        }
        if (alternatives.size() == 1) {
            return (ObjectNode) alternatives.get(0);
        }
        ObjectNode schema = ContractJson.mapper().createObjectNode();
        schema.set("anyOf", alternatives);
        return schema;
    }

    private static ObjectNode oneOf(List<ProblemType> types) {
        ObjectNode schema = ContractJson.mapper().createObjectNode();
        schema.putArray("allOf").addObject().put("$ref", PROBLEM);
        ArrayNode urns = schema.putObject("properties").putObject("type").putArray("enum");
        types.forEach(type -> urns.add(type.urn()));
        return schema;
    }

    /** Returns an example of each problem. */
    static ObjectNode examples() {
        ObjectNode examples = ContractJson.mapper().createObjectNode();
        for (ProblemType type : ProblemType.values()) {
            examples.putObject(ComponentNames.of(type)).set("value", example(type));
        }
        return examples;
    }

    private static ObjectNode example(ProblemType type) {
        List<Fault> faults = type == ProblemType.INVALID_CONTENT
                ? List.of(new Fault("/price/amount",
                        "expected 0 to 1000000000000 but found -1"))
                : List.of();
        Problem problem = faults.isEmpty()
                ? Problem.of(type, type.title())
                : Problem.invalid(faults);
        return ContractJson.mapper().valueToTree(problem);
    }
}
