package carte.gateway.limit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What the first line of a request names, which has to be part of a URI (RFC 3986). */
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
        if (isPlain(target)) {
            return null;
        }
        String base = target.startsWith("/") ? "http://localhost" : "";
        try {
            URI _ = new URI(base + target);
            return null;
        } catch (URISyntaxException e) {
            return e.getReason() + " at place " + (e.getIndex() - base.length());
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
