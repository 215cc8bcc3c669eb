package carte.issuer;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients: the console, in which people log in, and everybody by name for command lines. */
final class DemoClients implements RegisteredClientRepository {

    private static final String CONSOLE = "carte-console";
    private static final TokenSettings AN_HOUR = TokenSettings.builder()
            .accessTokenTimeToLive(Duration.ofHours(1))
            .build();

    private final IssuerSettings settings;
    private final RegisteredClient console;

    DemoClients(IssuerSettings settings) {
        this.settings = settings;
        this.console = console(settings.gateways());
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("the clients are those that there are");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        if (id.equals(CONSOLE)) {
            return console;
        }
        return DemoPeople.has(id) ? commandLine(id) : null;
    }

    private RegisteredClient commandLine(String name) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(settings.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(AN_HOUR)
                .build();
    }

    /** A public client: what proves who redeems a code is the code's own key (RFC 7636). */
    private static RegisteredClient console(List<URI> gateways) {
        return RegisteredClient.withId(CONSOLE)
                .clientId(CONSOLE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> addresses(gateways, "/login/oauth2/code/carte")
                        .forEach(uris::add))
                .postLogoutRedirectUris(uris -> addresses(gateways, "/login?left")
                        .forEach(uris::add))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(AN_HOUR)
                .build();
    }

    /** Returns a path of each gateway by each of the names that people use for it. */
    private static Stream<String> addresses(List<URI> gateways, String path) {
        return gateways.stream().flatMap(gateway -> Stream
                .of("localhost", "127.0.0.1", gateway.getHost())
                .map(host -> "%s://%s:%d%s".formatted(
                        gateway.getScheme(), host, gateway.getPort(), path)));
    }
}
