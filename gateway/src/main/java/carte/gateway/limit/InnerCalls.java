package carte.gateway.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Knows the calls that this process makes to itself to show a page. Whoever asked for the page has
 * been counted already, and the trace that goes along is the page's own.
 */
public final class InnerCalls {

    /** The header by which such a call is known; services are not shown it. */
    public static final String HEADER = "Carte-Inner";

    private static final int BYTES = 32;

    private final String secret;

    /** Makes the secret of this process. */
    public InnerCalls() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.secret = HexFormat.of().formatHex(random);
    }

    /** Returns the value of the header, which nobody outside of this process knows. */
    public String secret() {
        return secret;
    }

    /** Tells whether a value of the header is this process's. */
    public boolean isInner(@Nullable String value) {
        return value != null && MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
