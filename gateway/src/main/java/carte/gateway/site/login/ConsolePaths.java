package carte.gateway.site.login;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;

/** Which addresses belong to the login and to what is behind it. */
final class ConsolePaths {

    /** The page that is shown to whoever is not logged in. */
    static final String LOGIN = "/login";
    static final String LOGOUT = "/logout";
    static final String ADMIN = "/admin";
    static final String TO_ISSUER = "/oauth2/authorization/" + IssuerRegistration.ID;

    private ConsolePaths() {}

    static ServerWebExchangeMatcher all() {
        return ServerWebExchangeMatchers.pathMatchers(ADMIN, ADMIN + "/**", LOGIN, LOGIN + "/**",
                LOGOUT, "/oauth2/**");
    }

    /** Tells whether only who has logged in may see it. */
    static boolean isBehindLogin(ServerWebExchange exchange) {
        return isBelow(exchange.getRequest(), ADMIN);
    }

    /** Tells whether sessions are of use there: all other pages do without. */
    static boolean hasSession(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return isBelow(request, ADMIN) || isBelow(request, LOGIN) || isBelow(request, LOGOUT)
                || isBelow(request, "/oauth2");
    }

    private static boolean isBelow(ServerHttpRequest request, String path) {
        String asked = request.getPath().pathWithinApplication().value();
        return asked.startsWith(path) && (asked.length() == path.length()
                || "/;".indexOf(asked.charAt(path.length())) >= 0);
    }
}
