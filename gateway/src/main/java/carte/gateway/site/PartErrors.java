package carte.gateway.site;

import carte.contracts.json.ContractJson;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tells a page's script what went wrong with a part of the page: in a problem document, for there
 * is no page to be shown, but in the language of who looks at it.
 */
@Component
public final class PartErrors {

    private final MessageSource messages;

    PartErrors(MessageSource messages) {
        this.messages = messages;
    }

    /** Tells whether a script asks, for a part of a page of the console. */
    public static boolean isPart(ServerHttpRequest request) {
        return SitePaths.isConsole(request)
                && request.getHeaders().containsHeader("HX-Request");
    }

    /** Answers; {@code name} is what the names of the title and of the text begin with. */
    public Mono<Void> send(HttpStatusCode status, String name, ServerWebExchange exchange) {
        Locale locale = Objects.requireNonNullElse(
                exchange.getLocaleContext().getLocale(), Languages.DEFAULT);
        byte[] body = ContractJson.mapper().writeValueAsBytes(Map.of(
                "status", status.value(),
                "title", messages.getMessage(name + ".title", null, locale),
                "detail", messages.getMessage(name + ".text", null, locale)));
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
