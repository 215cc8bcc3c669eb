package carte.kit.security;

import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * Calls of one method to paths of one form.
 *
 * @param segments of the path; one in braces stands for any, {@code **} at the end for any number
 */
record CallPattern(HttpMethod method, List<String> segments) {

    private static final String ANY_NUMBER = "**";

    static CallPattern of(HttpMethod method, String path) {
        return new CallPattern(method, segments(path));
    }

    static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    /** What may be read may be asked for its head. */
    boolean matches(HttpMethod asked, List<String> path) {
        boolean sameMethod = asked.equals(method)
                || (asked.equals(HttpMethod.HEAD) && method.equals(HttpMethod.GET));
        return sameMethod && matches(path);
    }

    private boolean matches(List<String> path) {
        boolean open = segments.getLast().equals(ANY_NUMBER);
        int fixed = open ? segments.size() - 1 : segments.size();
        if (open ? path.size() < fixed : path.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            String wanted = segments.get(i);
            if (!wanted.startsWith("{") && !wanted.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
