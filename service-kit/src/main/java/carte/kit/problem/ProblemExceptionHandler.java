package carte.kit.problem;

import carte.contracts.json.ContractJson;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Answers every request that failed with a problem document. */
final class ProblemExceptionHandler implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        if (error instanceof AbortedException) {
            LOG.debug("the client hung up", error);
            return Mono.empty();
        }
        String path = exchange.getRequest().getPath().value();
        Problem problem = ProblemMapping.of(error, path);
        if (problem.kind() == ProblemType.INTERNAL_ERROR) {
            LOG.error("{} {} failed", exchange.getRequest().getMethod(), path, error);
        }
        response.setStatusCode(problem.kind().status());
        describe(response.getHeaders(), error);
        byte[] body = ContractJson.mapper().writeValueAsBytes(problem);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void describe(HttpHeaders headers, Throwable error) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (error instanceof ProblemException problem) {
            Duration retryAfter = problem.retryAfter();
            if (retryAfter != null) {
                headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
            }
            if (problem.problem().kind() == ProblemType.UNAUTHORIZED
                    && !headers.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
                headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"carte\"");
            }
        }
        if (error instanceof MethodNotAllowedException e) {
            headers.set(HttpHeaders.ALLOW, e.getSupportedMethods().stream()
                    .map(HttpMethod::name)
                    .sorted()
                    .collect(Collectors.joining(", ")));
        }
    }
}
