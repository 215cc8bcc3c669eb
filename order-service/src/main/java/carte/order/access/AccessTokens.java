package carte.order.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the token of each order from a secret, so that it can be told again without being kept. */
public final class AccessTokens {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** Takes the secret, which whoever knows can read every order with. */
    AccessTokens(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Returns the token of an order: HMAC-SHA-256 (RFC 2104) of its id. */
    public AccessToken tokenOf(UUID orderId) {
        byte[] id = ("order-access " + orderId).getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return new AccessToken(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(id)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
