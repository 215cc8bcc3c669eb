package carte.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The secret as it is: it stands in the README, so nothing is gained by hiding it. */
final class PlainSecret implements PasswordEncoder {

    @Override
    public String encode(@Nullable CharSequence secret) {
        return String.valueOf(secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence found, @Nullable String expected) {
        return MessageDigest.isEqual(
                String.valueOf(found).getBytes(StandardCharsets.UTF_8),
                String.valueOf(expected).getBytes(StandardCharsets.UTF_8));
    }
}
