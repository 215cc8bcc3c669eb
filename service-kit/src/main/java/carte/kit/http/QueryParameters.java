package carte.kit.http;

import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The parameters of a query, each at most once; an empty one is one that was not given. */
public record QueryParameters(MultiValueMap<String, String> parameters) {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final int DEFAULT_LIMIT = 20;

    /** Returns a parameter, or null if it was not given; 400 if it was given more than once. */
    public @Nullable String one(String name) {
        List<String> values = parameters.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw malformed(name + ": expected at most once");
        }
        String value = values.getFirst();
        return value == null || value.isBlank() ? null : value;
    }

    /** Returns how many a page may have; 400 if it is not 1 to 100. */
    public int limit() {
        String limit = one("limit");
        if (limit != null && !LIMIT.matcher(limit).matches()) {
            throw malformed("limit: expected a whole number from 1 to 100");
        }
        return limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
    }

    /** Returns the refusal of a query; {@code detail} names the parameter and what was expected. */
    public static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemType.MALFORMED_REQUEST, detail);
    }
}
