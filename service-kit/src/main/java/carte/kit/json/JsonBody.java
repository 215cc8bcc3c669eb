package carte.kit.json;

import carte.contracts.json.ContractJson;
import carte.kit.problem.Fault;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request body: 400 for what is not JSON, 422 with every fault for what is wrong. */
public final class JsonBody {

    private static final JsonMapper MAPPER = ContractJson.mapper().rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {}

    /**
     * Reads {@code body} as one JSON object.
     *
     * @param reader takes what it needs from the object; what it returns counts only if no fault
     *     was found
     * @throws ProblemException if the body is not a JSON object or has faults
     */
    public static <T> T read(byte[] body, Function<JsonObject, T> reader) {
        if (!(parse(body) instanceof ObjectNode node)) {
            throw ProblemException.invalid(List.of(new Fault("", "expected an object")));
        }
        return read(node, new Faults(), reader);
    }

    /**
     * Reads an object that was parsed or made already.
     *
     * @param faults those that were found before; what is wrong with the object is added
     * @throws ProblemException if there are faults in the end
     */
    public static <T> T read(ObjectNode node, Faults faults, Function<JsonObject, T> reader) {
        JsonObject object = new JsonObject(node, "", faults);
        T value = reader.apply(object);
        object.rejectUnknownFields();
        faults.throwIfAny();
        return value;
    }

    /**
     * Parses a body; its decimal numbers are kept exactly.
     *
     * @throws ProblemException if it is not JSON in UTF-8, whole
     */
    public static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            throw ProblemException.of(
                    ProblemType.MALFORMED_REQUEST, "expected a JSON object but the body is empty");
        }
        try {
            JsonNode tree = MAPPER.readTree(body);
            requireWholeCharacters(body, tree);
            return tree;
        } catch (JacksonException e) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST, describe(e));
        }
    }

    /** Half a character can be escaped in JSON, but it can be neither stored nor sent. */
    private static void requireWholeCharacters(byte[] body, JsonNode tree) {
        if (mayHoldSurrogates(body) && hasHalfCharacter(tree)) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST,
                    "the body has a text with half a character, an unpaired surrogate");
        }
    }

    private static boolean mayHoldSurrogates(byte[] body) {
        for (int i = 0; i + 2 < body.length; i++) {
            boolean escaped = body[i] == '\\' && body[i + 1] == 'u' && (body[i + 2] | ' ') == 'd';
            boolean encoded = body[i] == (byte) 0xED && (body[i + 1] & 0xFF) >= 0xA0;
            if (escaped || encoded) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasHalfCharacter(JsonNode node) {
        if (node.isString()) {
            return !isWhole(node.stringValue());
        }
        for (String name : node.propertyNames()) {
            if (!isWhole(name)) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (hasHalfCharacter(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> point >= Character.MIN_SURROGATE
                && point <= Character.MAX_SURROGATE);
    }

    /** Where it is wrong; the parser's own words are about the parser. */
    private static String describe(JacksonException error) {
        TokenStreamLocation place = error.getLocation();
        return place == null || place.getLineNr() < 1
                ? "the body is not one JSON object in UTF-8"
                : "the body is not one JSON object in UTF-8: see line " + place.getLineNr()
                        + ", column " + place.getColumnNr();
    }
}
