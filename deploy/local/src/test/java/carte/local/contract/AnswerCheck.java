package carte.local.contract;

import carte.local.contract.Attempt.Expected;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds answers against the document: status, media type, headers and body. */
public final class AnswerCheck {

    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String NOT_VISIBLE = "urn:problem:carte:version-not-visible";

    private final ApiDocument document;
    private final Map<JsonNode, Schema> schemas = new HashMap<>();

    /** An answer; names of headers in lower case. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** Takes the document that answers are to be as. */
    public AnswerCheck(ApiDocument document) {
        this.document = document;
    }

    /** Returns what is wrong with an answer, or nothing. */
    public Optional<String> fault(Attempt attempt, Answer answer) {
        JsonNode response = attempt.operation().node().path("responses")
                .path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            return Optional.of("the status " + answer.status() + " is not documented");
        }
        if (answer.status() >= 500 && !answer.body().contains(NOT_VISIBLE)) {
            return Optional.of("the status " + answer.status() + " in health");
        }
        return unexpected(attempt.expected(), answer.status())
                .or(() -> missingHeader(response, answer))
                .or(() -> wrongBody(response, answer));
    }

    private static Optional<String> unexpected(Expected expected, int status) {
        boolean fits = switch (expected) {
            case TAKEN -> status < 400;
            case REFUSED -> status >= 400;
            case ANY -> true;
        };
        return fits ? Optional.empty() : Optional.of("expected it " + expected + " but " + status);
    }

    private Optional<String> missingHeader(JsonNode response, Answer answer) {
        if (answer.status() >= 400) {
            return Optional.empty();
        }
        return response.path("headers").propertyNames().stream()
                .filter(name -> isRequired(response.path("headers").get(name))
                        && !answer.headers().containsKey(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(name -> "the header " + name + " is missing");
    }

    private boolean isRequired(JsonNode header) {
        return document.resolve(header).path("required").asBoolean();
    }

    private Optional<String> wrongBody(JsonNode response, Answer answer) {
        String type = answer.headers().getOrDefault("content-type", "").split(";", -1)[0].strip();
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            return answer.body().isEmpty()
                    ? Optional.empty()
                    : Optional.of("no body is documented");
        }
        if (!content.has(type)) {
            return Optional.of("the media type \"" + type + "\" is not documented");
        }
        if (!type.endsWith("json")) {
            return Optional.empty();
        }
        List<Error> errors = schema(content.get(type).path("schema"))
                .validate(answer.body(), InputFormat.JSON, context -> context
                        .executionConfig(config -> config.formatAssertionsEnabled(true)));
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of("the body is not as documented: " + errors.stream().limit(5)
                        .map(Object::toString).collect(Collectors.joining("; ")));
    }

    /** The references of a schema lead to the document's components, so it takes them along. */
    Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema, node -> {
            ObjectNode root = (ObjectNode) node.deepCopy();
            root.set("components", document.root().get("components"));
            return REGISTRY.getSchema(root);
        });
    }
}
