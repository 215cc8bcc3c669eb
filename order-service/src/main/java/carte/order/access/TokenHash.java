package carte.order.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * SHA-256 of an access token, which is all of it that is stored.
 *
 * @param hex 64 hexadecimal digits
 */
public record TokenHash(String hex) {

    /** The hash of no token at all. */
    public static final TokenHash NONE = new TokenHash("0".repeat(64));

    /** Tells whether this is the hash of {@code token}, in a time that says nothing of either. */
    public boolean isOf(AccessToken token) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII),
                token.hash().hex().getBytes(StandardCharsets.US_ASCII));
    }
}
