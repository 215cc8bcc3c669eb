package carte.order.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The setting {@code carte.order.token-secret}.
 *
 * @param tokenSecret what access tokens are made of; null: one is generated and kept
 */
@ConfigurationProperties("carte.order")
record AccessSettings(@Nullable String tokenSecret) {

    private static final int SHORTEST = 32;

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    AccessSettings {
        if (tokenSecret != null && tokenSecret.length() < SHORTEST) {
            throw new IllegalArgumentException("token-secret: expected at least " + SHORTEST
                    + " characters but found " + tokenSecret.length());
        }
    }

    @Override
    public String toString() {
        return "AccessSettings[" + (tokenSecret == null ? "generated" : "configured") + "]";
    }
}
