package carte.kit.security;

import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers refused calls: 401 or 403, unless the address or the method does not exist, which is told
 * to everybody. Challenges are those of RFC 6750.
 */
final class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private static final String EXPECTED = "expected a token of the restaurant or of an operator, "
            + "as Authorization: Bearer";
    private static final String NONE = "Bearer realm=\"carte\"";
    private static final String INVALID = NONE + ", error=\"invalid_token\"";
    private static final String INSUFFICIENT = NONE + ", error=\"insufficient_scope\"";

    private final Supplier<DispatcherHandler> dispatcher;

    Refusals(Supplier<DispatcherHandler> dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        boolean invalid = error instanceof InvalidBearerTokenException;
        return refuse(exchange, invalid ? INVALID : NONE, ProblemType.UNAUTHORIZED,
                invalid ? String.valueOf(error.getMessage()) : EXPECTED);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return refuse(exchange, INSUFFICIENT, ProblemType.FORBIDDEN,
                String.valueOf(denied.getMessage()));
    }

    private Mono<Void> refuse(
            ServerWebExchange exchange, String challenge, ProblemType type, String detail) {
        return isServed(exchange).flatMap(served -> {
            if (!served) {
                return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
            }
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
            return Mono.error(ProblemException.of(type, detail));
        });
    }

    private Mono<Boolean> isServed(ServerWebExchange exchange) {
        List<HandlerMapping> mappings = Objects.requireNonNullElse(
                dispatcher.get().getHandlerMappings(), List.of());
        return Flux.fromIterable(mappings)
                .concatMap(mapping -> mapping.getHandler(exchange))
                .next()
                .hasElement()
                .onErrorResume(error -> error instanceof MethodNotAllowedException
                        ? Mono.error(error)
                        : Mono.just(true));
    }
}
