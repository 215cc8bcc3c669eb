package carte.gateway.site.login;

import carte.gateway.limit.RateLimit;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Stops who has logged in with an account that is of no use here. It is the last of the login's
 * filters, so that what is said to them has the token of a form to log out by.
 */
final class Turnstile implements WebFilter {

    private final RateLimit rateLimit;

    Turnstile(RateLimit rateLimit) {
        this.rateLimit = rateLimit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!ConsolePaths.isBehindLogin(exchange)
                || exchange.getAttribute(Admission.ADMIN) != null) {
            return chain.filter(exchange);
        }
        // To send them to the issuer again would bring them back with the same token.
        return rateLimit.admit(exchange).then(Mono.error(() -> ProblemException.of(
                ProblemType.FORBIDDEN,
                "you have logged in, but not as somebody who may change menus here")));
    }
}
