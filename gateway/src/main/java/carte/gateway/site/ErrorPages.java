package carte.gateway.site;

import carte.kit.problem.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Tells people in words what programs are told in problem documents. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ErrorPages implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Templates templates;
    private final PartErrors parts;
    private final ErrorSurroundings surroundings;

    ErrorPages(Templates templates, PartErrors parts, ErrorSurroundings surroundings) {
        this.templates = templates;
        this.parts = parts;
        this.surroundings = surroundings;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpRequest request = exchange.getRequest();
        if (exchange.getResponse().isCommitted() || error instanceof AbortedException
                || !(SitePaths.asksForPage(request) || PartErrors.isPart(request))
                || request.getPath().value().startsWith("/api/")) {
            return Mono.error(error);
        }
        HttpStatusCode status = status(error);
        if (status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)) {
            LOG.error("{} {} failed", request.getMethod(), request.getPath().value(), error);
        }
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setCacheControl("no-store");
        if (error instanceof ProblemException problem) {
            Duration retryAfter = problem.retryAfter();
            if (retryAfter != null) {
                headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
            }
        }
        if (PartErrors.isPart(request)) {
            return parts.send(status, "site.error." + kind(status), exchange);
        }
        Map<String, Object> model = new HashMap<>(Map.of("kind", kind(status)));
        return surroundings.of(exchange)
                .doOnNext(model::putAll)
                .then(Mono.defer(() -> templates.send(status, "error", model, exchange)));
    }

    private static HttpStatusCode status(Throwable error) {
        return switch (error) {
            case ProblemException problem -> HttpStatusCode.valueOf(problem.problem().status());
            case ErrorResponse response -> response.getStatusCode();
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** Returns which of the texts is for this status; there are few that people can act on. */
    static String kind(HttpStatusCode status) {
        return switch (status.value()) {
            case 401, 403 -> "forbidden";
            case 404 -> "not-found";
            case 429 -> "too-many";
            case 502, 503, 504 -> "away";
            default -> status.is4xxClientError() ? "wrong" : "trouble";
        };
    }
}
