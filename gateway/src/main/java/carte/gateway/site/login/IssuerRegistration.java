package carte.gateway.site.login;

import carte.kit.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * The console as a client of the issuer, as the issuer describes itself (OpenID Connect Discovery).
 * It is asked when somebody logs in: the gateway starts and serves while the issuer is away.
 */
final class IssuerRegistration implements ReactiveClientRegistrationRepository {

    /** The name of the registration in addresses. */
    static final String ID = "carte";

    private static final Logger LOG = LoggerFactory.getLogger(IssuerRegistration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** A JSON object. */
    private static final class Description
            extends
                ParameterizedTypeReference<Map<String, Object>> {}

    private final LoginSettings settings;
    private final String issuer;
    private final String reachedAt;
    private final Mono<ClientRegistration> registration;

    IssuerRegistration(LoginSettings settings, String issuer, WebClient client) {
        this.settings = settings;
        this.issuer = issuer;
        this.reachedAt = LoginSettings.withoutSlash(settings.issuerReachedAt() == null
                ? URI.create(issuer)
                : settings.issuerReachedAt());
        this.registration = Mono.defer(() -> discover(client))
                .cache(_ -> KEPT, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return id.equals(ID) ? registration : Mono.empty();
    }

    private Mono<ClientRegistration> discover(WebClient client) {
        return client.get().uri(URI.create(reachedAt + "/.well-known/openid-configuration"))
                .retrieve()
                .bodyToMono(new Description())
                .timeout(PATIENCE)
                .map(this::registration)
                .onErrorMap(this::unavailable);
    }

    private ClientRegistration registration(Map<String, Object> found) {
        if (!issuer.equals(found.get("issuer"))) {
            throw new IllegalStateException("it calls itself " + found.get("issuer"));
        }
        Map<String, Object> configuration = new HashMap<>(found);
        // What this process calls itself; browsers go where the issuer says.
        configuration.computeIfPresent("token_endpoint", (_, uri) -> reached(uri));
        configuration.computeIfPresent("jwks_uri", (_, uri) -> reached(uri));
        return ClientRegistrations.fromOidcConfiguration(configuration)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(settings.clientSecret().isEmpty()
                        ? ClientAuthenticationMethod.NONE
                        : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(settings.scopes())
                .redirectUri(settings.base() + "/login/oauth2/code/" + ID)
                // The tokens say all that is needed.
                .userInfoUri(null)
                .build();
    }

    private Object reached(Object uri) {
        URI at = URI.create(reachedAt);
        return settings.issuerReachedAt() == null
                ? uri
                : UriComponentsBuilder.fromUriString(uri.toString())
                        .scheme(at.getScheme()).host(at.getHost()).port(at.getPort())
                        .build(true).toUriString();
    }

    private Throwable unavailable(Throwable error) {
        LOG.warn("nobody can log in: the issuer {} is not to be used: {}", issuer,
                String.valueOf(error.getMessage()));
        return ProblemException.unavailable("nobody can log in right now: who checks passwords"
                + " does not answer; try again in a moment", RETRY_AFTER, error);
    }
}
