package carte.gateway.site.login;

import carte.kit.security.Callers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets only those who have logged in to what is behind the login, and says there who they are. It
 * comes before anything of a body is read.
 */
final class Admission implements WebFilter {

    /** The attribute of a request under which its {@link Admin} stands. */
    static final String ADMIN = Admin.class.getName();

    private final ServerSecurityContextRepository contexts;
    private final ReactiveOAuth2AuthorizedClientManager clients;
    private final Callers callers;
    private final Strangers strangers;
    private final Clock clock;

    Admission(ServerSecurityContextRepository contexts,
            ReactiveOAuth2AuthorizedClientManager clients,
            Callers callers,
            Strangers strangers,
            Clock clock) {
        this.contexts = contexts;
        this.clients = clients;
        this.callers = callers;
        this.strangers = strangers;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!ConsolePaths.isBehindLogin(exchange)) {
            return chain.filter(exchange);
        }
        return contexts.load(exchange)
                .flatMap(context -> Mono.justOrEmpty(context.getAuthentication()))
                .flatMap(login -> token(login, exchange))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(token -> token
                        .map(valid -> admit(valid, exchange).then(
                                Mono.defer(() -> chain.filter(exchange))))
                        .orElseGet(() -> strangers.sendToLogin(exchange)));
    }

    /** Says who it is; whoever is nobody here is stopped by the {@link Turnstile}. */
    private Mono<Void> admit(OAuth2AccessToken token, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return callers.of(token.getTokenValue())
                .map(caller -> new Admin(caller, token.getTokenValue()))
                .doOnNext(admin -> exchange.getAttributes().put(ADMIN, admin))
                .then();
    }

    /** Returns a token that has not ended, renewed where the issuer allows that. */
    private Mono<OAuth2AccessToken> token(Authentication login, ServerWebExchange exchange) {
        return clients.authorize(OAuth2AuthorizeRequest
                .withClientRegistrationId(IssuerRegistration.ID)
                .principal(login)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build())
                .onErrorResume(OAuth2AuthorizationException.class, _ -> Mono.empty())
                .map(OAuth2AuthorizedClient::getAccessToken)
                .filter(this::isValid);
    }

    private boolean isValid(OAuth2AccessToken token) {
        Instant end = token.getExpiresAt();
        return end == null || end.isAfter(clock.instant());
    }
}
