package carte.gateway.site.login;

import carte.gateway.limit.RateLimit;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends whoever has not logged in to the issuer, and back to where they wanted to be. They are
 * counted, too: nobody behind the login does it.
 */
final class Strangers implements ServerAuthenticationEntryPoint {

    private final ServerRequestCache wanted;
    private final RateLimit rateLimit;

    Strangers(ServerRequestCache wanted, RateLimit rateLimit) {
        this.wanted = wanted;
        this.rateLimit = rateLimit;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        return sendToLogin(exchange);
    }

    Mono<Void> sendToLogin(ServerWebExchange exchange) {
        return rateLimit.admit(exchange).then(Mono.defer(() -> send(exchange)));
    }

    private Mono<Void> send(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setCacheControl("no-store");
        if (request.getHeaders().containsHeader("HX-Request")) {
            // A part of a page cannot be the issuer's: the page itself has to go there.
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            response.getHeaders().set("HX-Redirect", currentPage(request));
            return response.setComplete();
        }
        if (!request.getMethod().equals(HttpMethod.GET)) {
            // What they have sent is lost: they are told so.
            response.setStatusCode(HttpStatus.SEE_OTHER);
            response.getHeaders().setLocation(URI.create(ConsolePaths.LOGIN + "?ended"));
            return response.setComplete();
        }
        response.setStatusCode(HttpStatus.FOUND);
        response.getHeaders().setLocation(URI.create(ConsolePaths.TO_ISSUER));
        return wanted.saveRequest(exchange).then(Mono.defer(response::setComplete));
    }

    /** Only the path of what the browser says: nobody is sent elsewhere. */
    private static String currentPage(ServerHttpRequest request) {
        String current = String.valueOf(request.getHeaders().getFirst("HX-Current-URL"));
        try {
            String path = URI.create(current).getRawPath();
            return path != null && path.startsWith(ConsolePaths.ADMIN) ? path : ConsolePaths.ADMIN;
        } catch (IllegalArgumentException _) {
            return ConsolePaths.ADMIN;
        }
    }
}
