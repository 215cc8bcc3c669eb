package carte.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as its {@code application/problem+json} document (RFC 9457).
 *
 * @param kind decides type, title and status
 * @param detail what happened this time and what was expected, in a sentence
 * @param errors what is wrong at which places of the body; empty and left out otherwise
 * @param extensions members that only some types have, by name
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
public record Problem(@JsonProperty(access = JsonProperty.Access.WRITE_ONLY) ProblemType kind,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
        @JsonAnyGetter Map<String, @Nullable Object> extensions) {

    /** The media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the collections. */
    public Problem {
        errors = List.copyOf(errors);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** Makes a problem without extensions. */
    public Problem(ProblemType kind, String detail, List<Fault> errors) {
        this(kind, detail, errors, Map.of());
    }

    /** Returns a problem without a list of faults. */
    public static Problem of(ProblemType kind, String detail) {
        return new Problem(kind, detail, List.of());
    }

    /** Returns the problem of a body that can be read and has these faults. */
    public static Problem invalid(List<Fault> faults) {
        return invalid(faults, faults.size());
    }

    /** Returns the problem of a body with {@code count} faults, the first of which are told. */
    public static Problem invalid(List<Fault> told, int count) {
        String found = count == 1 ? "1 fault was found" : count + " faults were found";
        String most = count > told.size() ? ", here are the first " + told.size() : "";
        return new Problem(
                ProblemType.INVALID_CONTENT, found + most + "; nothing was changed", told);
    }

    /** Returns this problem with one more member. */
    public Problem with(String member, @Nullable Object value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(extensions);
        members.put(member, value);
        return new Problem(kind, detail, errors, members);
    }

    @JsonProperty
    public String type() {
        return kind.urn();
    }

    @JsonProperty
    public String title() {
        return kind.title();
    }

    @JsonProperty
    public int status() {
        return kind.status().value();
    }
}
