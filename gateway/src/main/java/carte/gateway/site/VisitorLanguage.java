package carte.gateway.site;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** Finds a visitor's language by the address, the cookie of an earlier choice, or the browser. */
final class VisitorLanguage implements LocaleContextResolver {

    /** The parameter that chooses a language, and the cookie that keeps it. */
    static final String NAME = "lang";

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpCookie kept = request.getCookies().getFirst(NAME);
        return new SimpleLocaleContext(Languages.choose(
                asked(request),
                kept == null ? null : kept.getValue(),
                request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("a language is chosen by the parameter " + NAME);
    }

    /** Keeps a language that the address has just chosen. */
    static void keep(ServerWebExchange exchange) {
        Languages.named(asked(exchange.getRequest())).ifPresent(chosen -> exchange.getResponse()
                .addCookie(ResponseCookie.from(NAME, chosen.toLanguageTag())
                        .path("/").maxAge(KEPT).sameSite("Lax").build()));
    }

    private static @Nullable String asked(ServerHttpRequest request) {
        return request.getQueryParams().getFirst(NAME);
    }
}
