package carte.gateway.site.login;

import carte.gateway.site.ErrorSurroundings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives whoever has logged in a way to log out, also from a page that says what went wrong. */
@Component
final class ErrorsBehindLogin implements ErrorSurroundings {

    @Override
    public Mono<Map<String, Object>> of(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(
                CsrfToken.class.getName(), Mono.empty());
        return ConsolePaths.isBehindLogin(exchange)
                ? token.map(csrf -> around(csrf, exchange.getAttribute(Admission.ADMIN)))
                        .defaultIfEmpty(Map.of())
                : Mono.just(Map.of());
    }

    private static Map<String, Object> around(
            CsrfToken csrf, @Nullable Admin admin) {
        Map<String, Object> around = new HashMap<>();
        around.put("csrf", csrf);
        around.put("admin", admin == null ? "" : admin.caller().name());
        if (admin == null) {
            around.put("kind", "outsider");
        }
        return around;
    }
}
