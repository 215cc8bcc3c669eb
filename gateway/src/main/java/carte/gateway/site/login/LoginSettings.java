package carte.gateway.site.login;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.login.*}.
 *
 * @param clientId by which the issuer knows the console
 * @param clientSecret empty for a public client, which PKCE protects alone
 * @param scopes what is asked for
 * @param issuerReachedAt where this process reaches the issuer, if not at the name in its tokens
 * @param address at which browsers see the gateway, if not where their requests arrive
 * @param idle after how long without a request the session of somebody ends
 */
@ConfigurationProperties("carte.login")
record LoginSettings(@DefaultValue("carte-console") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue( {
                "openid", "profile"}) Set<String> scopes,
        @Nullable URI issuerReachedAt,
        @Nullable URI address,
        @DefaultValue("8h") Duration idle){

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    LoginSettings {
        scopes = Set.copyOf(scopes);
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException(
                    "carte.login.scopes must contain openid but was " + scopes);
        }
        if (!idle.isPositive()) {
            throw new IllegalArgumentException("carte.login.idle must be a duration above zero"
                    + " such as 8h but was " + idle);
        }
    }

    /** Returns where browsers find the pages: Spring Security's variable, unless it is set. */
    String base() {
        return Optional.ofNullable(address).map(LoginSettings::withoutSlash).orElse("{baseUrl}");
    }

    /** Tells whether browsers come by TLS although requests do not say so. */
    boolean isSecure() {
        return address != null && "https".equals(address.getScheme());
    }

    static String withoutSlash(URI uri) {
        return uri.toString().replaceAll("/+$", "");
    }

    @Override
    public String toString() {
        return "LoginSettings[clientId=" + clientId + ", scopes=" + scopes + ", issuerReachedAt="
                + issuerReachedAt + ", address=" + address + ", idle=" + idle + "]";
    }
}
