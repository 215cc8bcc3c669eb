package carte.gateway.route;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * One path of the public API.
 *
 * @param template the path, variable segments in braces
 * @param service who answers it
 * @param methods what it takes
 * @param stream whether its answers go on until somebody leaves, such as server-sent events
 */
public record Route(String template, Service service, Set<HttpMethod> methods, boolean stream) {

    // Ids are made of unreserved characters only, so nothing has to be decoded before it is
    // matched, and what is matched is what is sent.
    private static final Pattern VARIABLE = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,128}");

    /** Copies the methods. */
    public Route {
        methods = Set.copyOf(methods);
    }

    static Route of(String template, Service service, HttpMethod... methods) {
        Set<HttpMethod> taken = new HashSet<>(Set.of(methods));
        if (taken.contains(HttpMethod.GET)) {
            taken.add(HttpMethod.HEAD);
        }
        return new Route(template, service, taken, false);
    }

    /** Returns a route of reads that are passed on piece by piece and for as long as they last. */
    static Route stream(String template, Service service) {
        return new Route(template, service, Set.of(HttpMethod.GET, HttpMethod.HEAD), true);
    }

    /** Tells whether a write is done once for each idempotency key, however often it arrives. */
    public boolean honoursKeys() {
        return service == Service.MENU || template.equals(RouteTable.ORDERS_TEMPLATE);
    }

    static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    boolean matches(List<String> path) {
        List<String> wanted = segments(template);
        if (wanted.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!segmentMatches(wanted.get(i), path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean segmentMatches(String wanted, String found) {
        return wanted.startsWith("{") ? VARIABLE.matcher(found).matches() : wanted.equals(found);
    }
}
