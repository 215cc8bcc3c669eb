package carte.gateway.site;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/**
 * In whose name, and in which language, a page reads the public API.
 *
 * @param token the access token of whoever is logged in
 * @param locale the language of the page
 */
public record Visit(Optional<String> token, Locale locale) {

    /** Returns the visit of somebody who has not logged in. */
    public static Visit of(ServerWebExchange exchange) {
        return new Visit(Optional.empty(), Objects.requireNonNullElse(
                exchange.getLocaleContext().getLocale(), Languages.DEFAULT));
    }

    /** Returns the same visit in the name of whom this token is for. */
    public Visit as(String accessToken) {
        return new Visit(Optional.of(accessToken), locale);
    }
}
