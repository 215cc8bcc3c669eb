package carte.kit.json;

import carte.contracts.json.ContractJson;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request body: 400 for what is not JSON, 422 with every fault for what is wrong. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * Reads {@code body} as one JSON object.
     *
     * @param reader takes what it needs from the object; what it returns counts only if no fault
     *     was found
     * @throws ProblemException if the body is not a JSON object or has faults
     */
    public static <T> T read(byte[] body, Function<JsonObject, T> reader) {
        List<Fault> faults = new ArrayList<>();
        if (!(parse(body) instanceof ObjectNode node)) {
            throw ProblemException.invalid(List.of(new Fault("", "expected an object")));
        }
        JsonObject object = new JsonObject(node, "", faults);
        T value = reader.apply(object);
        object.rejectUnknownFields();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return value;
    }

    private static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            throw ProblemException.of(
                    ProblemType.MALFORMED_REQUEST, "expected a JSON object but the body is empty");
        }
        try {
            return ContractJson.mapper().readTree(body);
        } catch (JacksonException e) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST, describe(e));
        }
    }

    private static String describe(JacksonException error) {
        String place = error.getLocation() == null
                ? ""
                : " at line " + error.getLocation().getLineNr()
                        + ", column " + error.getLocation().getColumnNr();
        return "the body is not JSON" + place + ": " + error.getOriginalMessage();
    }
}
