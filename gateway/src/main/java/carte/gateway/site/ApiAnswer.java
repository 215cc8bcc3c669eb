package carte.gateway.site;

import carte.contracts.json.ContractJson;
import carte.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the public API answered.
 *
 * @param body the JSON; the problem document where {@code status} is 400 or more, a text node where
 * it is neither, and missing where there is none
 */
public record ApiAnswer(int status, HttpHeaders headers, JsonNode body) {

    private static final int AWAY = 503;

    /**
     * One fault of a body that was sent.
     *
     * @param pointer where in the body, such as {@code /lines/0}
     */
    public record Fault(String pointer, String detail) {}

    static ApiAnswer of(int status, HttpHeaders headers, byte[] body) {
        return new ApiAnswer(status, headers, parse(headers, body));
    }

    /** Returns what stands for an answer that never came. */
    static ApiAnswer away() {
        return new ApiAnswer(AWAY, new HttpHeaders(), ContractJson.mapper().valueToTree(Map.of(
                "type", ProblemType.UNAVAILABLE.urn(), "status", AWAY)));
    }

    private static JsonNode parse(HttpHeaders headers, byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        String type = String.valueOf(headers.getFirst(HttpHeaders.CONTENT_TYPE));
        if (!type.contains("json")) {
            return text(body);
        }
        try {
            return ContractJson.mapper().readTree(body);
        } catch (JacksonException _) {
            return text(body);
        }
    }

    private static JsonNode text(byte[] body) {
        return ContractJson.mapper().getNodeFactory().stringNode(
                new String(body, StandardCharsets.UTF_8));
    }

    /** Tells whether what was asked for was done. */
    public boolean isGood() {
        return status < 400;
    }

    /** Returns the kind of problem; nothing if it is none that is known. */
    public Optional<ProblemType> problem() {
        return problem(body);
    }

    /** Returns the kind of a problem document. */
    public static Optional<ProblemType> problem(JsonNode document) {
        String urn = document.path("type").asString("");
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.urn().equals(urn))
                .findFirst();
    }

    /** Returns the problem's sentence, empty if there is none. */
    public String detail() {
        return body.path("detail").asString("");
    }

    /** Returns what is wrong with a body that was sent. */
    public List<Fault> errors() {
        return body.path("errors").valueStream()
                .map(fault -> new Fault(
                        fault.path("pointer").asString(""), fault.path("detail").asString("")))
                .toList();
    }

    /** Returns the version of the menu that was read or written, where there is one. */
    public OptionalLong menuVersion() {
        String version = headers.getFirst("Menu-Version");
        return version == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(version));
    }

    /** Returns a header, or null if it is not there. */
    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }
}
