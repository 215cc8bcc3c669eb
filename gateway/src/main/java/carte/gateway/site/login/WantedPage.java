package carte.gateway.site.login;

import java.net.URI;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where somebody wanted to be before they were sent to the issuer, in a cookie of theirs: whoever
 * only knocks leaves nothing behind here.
 */
final class WantedPage implements ServerRequestCache {

    static final String COOKIE = "REDIRECT_URI";

    private final CookieServerRequestCache cookie = new CookieServerRequestCache();

    /** Takes whether browsers come by TLS although requests do not say so. */
    WantedPage(boolean secure) {
        cookie.setCookieCustomizer(builder -> {
            if (secure) {
                builder.secure(true);
            }
        });
    }

    @Override
    public Mono<Void> saveRequest(ServerWebExchange exchange) {
        return cookie.saveRequest(exchange);
    }

    @Override
    public Mono<URI> getRedirectUri(ServerWebExchange exchange) {
        return cookie.getRedirectUri(exchange);
    }

    /** Has it forgotten only where it is known, so that not every page sets a cookie. */
    @Override
    public Mono<ServerHttpRequest> removeMatchingRequest(ServerWebExchange exchange) {
        return exchange.getRequest().getCookies().containsKey(COOKIE)
                ? cookie.removeMatchingRequest(exchange)
                : Mono.empty();
    }
}
