package carte.gateway.site.login;

import carte.kit.problem.ProblemException;
import java.net.URI;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Ends the session, after all else that logs out has touched it. Has the issuer forget its login
 * too (OpenID Connect RP-Initiated Logout), else the next who opens the console on this machine
 * would be in at once. Where the issuer is away, the session here has ended all the same.
 */
final class Leaving implements ServerLogoutSuccessHandler {

    static final String PAGE = ConsolePaths.LOGIN + "?left";

    private final OidcClientInitiatedServerLogoutSuccessHandler byIssuer;
    private final ServerLogoutSuccessHandler here;

    Leaving(IssuerRegistration registration, LoginSettings settings) {
        byIssuer = new OidcClientInitiatedServerLogoutSuccessHandler(registration);
        byIssuer.setPostLogoutRedirectUri(settings.base() + PAGE);
        byIssuer.setLogoutSuccessUrl(URI.create(PAGE));
        var redirect = new RedirectServerLogoutSuccessHandler();
        redirect.setLogoutSuccessUrl(URI.create(PAGE));
        here = redirect;
    }

    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication login) {
        return exchange.getExchange().getSession().flatMap(WebSession::invalidate)
                .then(Mono.defer(() -> byIssuer.onLogoutSuccess(exchange, login)))
                .onErrorResume(ProblemException.class,
                        _ -> here.onLogoutSuccess(exchange, login));
    }
}
