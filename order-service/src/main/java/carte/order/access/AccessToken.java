package carte.order.access;

import carte.kit.digest.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * What a customer shows to read an order.
 *
 * @param value 256 bits in base64url (RFC 4648), without padding, where it is one of ours
 */
public record AccessToken(String value) {

    /** Returns what is stored of this token. */
    public TokenHash hash() {
        return new TokenHash(Sha256.hex(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
