package carte.gateway.site;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Which addresses are pages, and whose. */
public final class SitePaths {

    /** Where the console's pages are. */
    public static final String CONSOLE = "admin";

    private static final String ASSETS = "assets";
    private static final Set<String> CUSTOMERS = Set.of("restaurants", "basket", "orders");
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private SitePaths() {}

    /** Tells whether this reads a page that anybody may see, or what such pages are made with. */
    public static boolean isOpen(ServerHttpRequest request) {
        String first = first(request);
        return READS.contains(request.getMethod())
                && (CUSTOMERS.contains(first) || first.equals(ASSETS));
    }

    /** Tells whether this is a page of the console or a call of one. */
    public static boolean isConsole(ServerHttpRequest request) {
        return first(request).equals(CONSOLE);
    }

    /** Tells whether a page is made for this, which costs calls of the public API. */
    static boolean isPage(ServerHttpRequest request) {
        String first = first(request);
        return CUSTOMERS.contains(first) || first.equals(CONSOLE)
                || (first.isEmpty() && asksForPage(request));
    }

    /** Tells whether a browser asks, and not a program. */
    public static boolean asksForPage(ServerHttpRequest request) {
        try {
            List<MediaType> accepted = request.getHeaders().getAccept();
            return accepted.stream().anyMatch(type -> type.equalsTypeAndSubtype(
                    MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static String first(ServerHttpRequest request) {
        String path = request.getPath().value();
        int end = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    }
}
