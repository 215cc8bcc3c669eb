package carte.gateway.site;

import carte.gateway.limit.RateLimit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts a page in the name of who asks for it; what the page asks for is not counted again. */
@Component
@Order(PageAdmission.BEHIND_SECURITY)
final class PageAdmission implements WebFilter {

    /** Whoever is logged in is known there. */
    static final int BEHIND_SECURITY = 0;

    private final RateLimit rateLimit;

    PageAdmission(RateLimit rateLimit) {
        this.rateLimit = rateLimit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return SitePaths.isPage(exchange.getRequest())
                ? rateLimit.admit(exchange).then(Mono.defer(() -> chain.filter(exchange)))
                : chain.filter(exchange);
    }
}
