package carte.menu.schedule;

import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Which part of a restaurant's schedules is asked for. */
record ScheduleQuery(int limit, ScheduleCursor after) {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final int DEFAULT_LIMIT = 20;

    /** Reads the parameters of a request; 400 that names what was expected. */
    static ScheduleQuery of(MultiValueMap<String, String> parameters) {
        String limit = one(parameters, "limit");
        if (limit != null && !LIMIT.matcher(limit).matches()) {
            throw malformed("limit: expected a whole number from 1 to 100");
        }
        String cursor = one(parameters, "cursor");
        return new ScheduleQuery(limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit),
                cursor == null ? ScheduleCursor.START : ScheduleCursor.parse(cursor));
    }

    /** An empty parameter is one that was not given. */
    private static @Nullable String one(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw malformed(name + ": expected at most once");
        }
        String value = values.isEmpty() ? null : values.getFirst();
        return value == null || value.isBlank() ? null : value;
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemType.MALFORMED_REQUEST, detail);
    }
}
