package carte.gateway.limit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What the first line of a request names, which the framework must be able to read as a URI. */
final class RequestTarget {

    private static final BitSet PLAIN = new BitSet();

    static {
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/?&=.,_~-:+;@!$'()*"
                .chars().forEach(PLAIN::set);
    }

    private RequestTarget() {}

    /** Returns what is wrong with a target, or null. */
    static @Nullable String fault(String target) {
        // Nearly all are plain, and should not take the time that the others do.
        boolean path = target.startsWith("/");
        if (path && isPlain(target)) {
            return null;
        }
        String base = path ? "http://localhost" : "";
        try {
            URI _ = new URI(base + target);
            return null;
        } catch (URISyntaxException e) {
            return e.getReason() + " at index " + (e.getIndex() - base.length());
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!PLAIN.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
