package carte.gateway.site;

import java.util.Map;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells what stands around a page that says what went wrong. */
@FunctionalInterface
public interface ErrorSurroundings {

    /**
     * Returns more of what the page is made of: {@code admin}, the name of whoever has logged in,
     * {@code csrf}, the token of the form by which they log out, and {@code kind}, where another
     * text says it better.
     */
    Mono<Map<String, Object>> of(ServerWebExchange exchange);
}
