package carte.kit.openapi;

import carte.contracts.json.ContractJson;
import carte.kit.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the description of one call from its annotations. */
final class OperationReader {

    private static final Pattern VARIABLE = Pattern.compile("([a-z]+/)\\{([A-Za-z]+)}");

    private final Shapes shapes;
    private final Schemas taken;
    private final Schemas answered;
    private final ProblemResponses problems;
    private final Set<SharedParameter> parameters = EnumSet.noneOf(SharedParameter.class);

    OperationReader(Shapes shapes, Schemas taken, Schemas answered, ProblemResponses problems) {
        this.shapes = shapes;
        this.taken = taken;
        this.answered = answered;
        this.problems = problems;
    }

    /** Returns the shared parameters of all that was read. */
    Set<SharedParameter> parameters() {
        return parameters;
    }

    ObjectNode read(Handler handler) {
        MergedAnnotations annotations = MergedAnnotations.from(handler.annotated());
        PublicCall call = annotations.get(PublicCall.class).synthesize();
        List<Takes> takes = annotations.stream(Takes.class).map(MergedAnnotation::synthesize)
                .toList();
        ObjectNode operation = ContractJson.mapper().createObjectNode();
        operation.putArray("tags").add(call.audience().tag());
        operation.put("operationId", call.id()).put("summary", call.summary());
        if (!call.description().isEmpty()) {
            operation.put("description", call.description());
        }
        operation.set("parameters", parameters(handler, call, annotations));
        if (!takes.isEmpty()) {
            operation.set("requestBody", body(handler, takes));
        }
        operation.set("responses", responses(handler, call, !takes.isEmpty(), annotations));
        secure(operation, call.audience());
        return operation;
    }

    private static void secure(ObjectNode operation, Audience audience) {
        ArrayNode security = operation.putArray("security");
        if (audience.access() != Audience.Access.NONE) {
            security.addObject().putArray(audience.access().scheme());
        }
    }

    private ArrayNode parameters(Handler handler, PublicCall call, MergedAnnotations annotations) {
        ArrayNode list = ContractJson.mapper().createArrayNode();
        Matcher variable = VARIABLE.matcher(handler.path());
        while (variable.find()) {
            Shapes.PathVariable known = shapes.variable(variable.group());
            list.addObject()
                    .put("name", variable.group(2))
                    .put("in", "path")
                    .put("required", true)
                    .put("description", known.description())
                    .put("example", known.example())
                    .set("schema", known.schema());
        }
        annotations.stream(Query.class).map(MergedAnnotation::synthesize)
                .forEach(query -> list.add(query(query)));
        for (SharedParameter shared : call.parameters()) {
            parameters.add(shared);
            list.addObject().put("$ref", "#/components/parameters/" + shared.key());
        }
        return list;
    }

    private static ObjectNode query(Query query) {
        JsonNode schema = ContractJson.mapper().readTree(query.schema());
        ObjectNode parameter = ContractJson.mapper().createObjectNode()
                .put("name", query.name())
                .put("in", "query")
                .put("required", query.required())
                .put("description", query.description());
        parameter.set("schema", schema);
        if (!query.example().isEmpty()) {
            boolean text = schema.path("type").asString("").equals("string");
            parameter.set("example", text
                    ? ContractJson.mapper().getNodeFactory().stringNode(query.example())
                    : ContractJson.mapper().readTree(query.example()));
        }
        return parameter;
    }

    private ObjectNode body(Handler handler, List<Takes> forms) {
        ObjectNode body = ContractJson.mapper().createObjectNode().put("required", true);
        ObjectNode content = body.putObject("content");
        for (String mediaType : handler.consumes()) {
            Takes takes = form(mediaType, forms);
            ObjectNode media = content.putObject(mediaType);
            media.set("schema", isJson(mediaType)
                    ? taken.reference(takes.value())
                    : text());
            media.set("example", example(handler, takes.example(), mediaType));
        }
        return body;
    }

    private static Takes form(String mediaType, List<Takes> forms) {
        return Stream.of(mediaType, PublicCall.NONE)
                .flatMap(wanted -> forms.stream().filter(form -> form.mediaType().equals(wanted)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no @Takes says what a body of " + mediaType + " is"));
    }

    private ObjectNode responses(Handler handler, PublicCall call, boolean takesBody,
            MergedAnnotations annotations) {
        ObjectNode responses = ContractJson.mapper().createObjectNode();
        List<Answers> answers = annotations.stream(Answers.class).map(MergedAnnotation::synthesize)
                .toList();
        answers.forEach(answer -> addAnswer(responses, handler, answer, answers));
        Set<ProblemType> types = new TreeSet<>(CommonProblems.of(handler.path(), call.audience(),
                takesBody, Set.of(call.parameters())));
        annotations.stream(Refuses.class).map(MergedAnnotation::synthesize)
                .forEach(refuses -> types.addAll(List.of(refuses.value())));
        problems.addTo(responses, types);
        return responses;
    }

    private void addAnswer(
            ObjectNode responses, Handler handler, Answers answer, List<Answers> all) {
        ObjectNode response = responses.withObject("/" + answer.status().value());
        addDescription(response, answer.description());
        ObjectNode headers = response.withObject("/headers");
        for (SharedHeader header : answer.headers()) {
            addHeader(headers, header);
        }
        for (SharedHeader header : answer.perhaps()) {
            headers.set(header.header(), header.describe().put("required", false));
        }
        addHeader(headers, SharedHeader.TRACE_RESPONSE);
        if (answer.value() == Void.class) {
            return;
        }
        List<Answers> alternatives = all.stream()
                .filter(other -> other.status() == answer.status()
                        && other.mediaType().equals(answer.mediaType()))
                .toList();
        response.withObjectProperty("content").set(answer.mediaType(), alternatives.size() == 1
                ? media(handler, answer)
                : media(handler, alternatives));
    }

    private ObjectNode media(Handler handler, Answers answer) {
        ObjectNode media = ContractJson.mapper().createObjectNode();
        media.set("schema", schema(answer));
        if (!answer.example().isEmpty()) {
            media.set("example", example(handler, answer.example(), answer.mediaType()));
        }
        return media;
    }

    private ObjectNode media(Handler handler, List<Answers> alternatives) {
        ObjectNode media = ContractJson.mapper().createObjectNode();
        ArrayNode schemas = media.putObject("schema").putArray("anyOf");
        ObjectNode examples = media.putObject("examples");
        for (Answers answer : alternatives) {
            schemas.add(schema(answer));
            examples.putObject(answer.value().getSimpleName())
                    .put("summary", answer.description())
                    .set("value", example(handler, answer.example(), answer.mediaType()));
        }
        return media;
    }

    private ObjectNode schema(Answers answer) {
        return isJson(answer.mediaType()) ? answered.reference(answer.value()) : text();
    }

    /** Several sentences where one status has several answers. */
    private static void addDescription(ObjectNode response, String description) {
        String before = response.path("description").asString("");
        response.put("description", before.isEmpty() || before.equals(description)
                ? description
                : before + " " + description);
    }

    static void addHeader(ObjectNode headers, SharedHeader header) {
        headers.putObject(header.header()).put("$ref", "#/components/headers/" + header.key());
    }

    private static ObjectNode text() {
        return ContractJson.mapper().createObjectNode().put("type", "string");
    }

    private static boolean isJson(String mediaType) {
        MediaType type = MediaType.asMediaType(MimeTypeUtils.parseMimeType(mediaType));
        return "json".equals(type.getSubtype()) || "json".equals(type.getSubtypeSuffix());
    }

    private JsonNode example(Handler handler, String name, String mediaType) {
        String[] packages = handler.resources().getPackageName().split("\\.", -1);
        String path = "/" + packages[0] + "/" + packages[1] + "/openapi/" + name;
        try (InputStream in = Objects.requireNonNull(handler.resources().getResourceAsStream(path),
                () -> "there is no example " + path)) {
            String text = shapes.example(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return isJson(mediaType)
                    ? ContractJson.mapper().readTree(text)
                    : ContractJson.mapper().getNodeFactory().stringNode(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
