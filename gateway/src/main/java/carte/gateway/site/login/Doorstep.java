package carte.gateway.site.login;

import carte.gateway.limit.RateLimit;
import carte.kit.problem.ProblemException;
import io.lettuce.core.RedisException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts what is asked of the login in the name of who asks, for each costs a session; and says in
 * words where sessions cannot be looked up. Nobody is let in meanwhile.
 */
final class Doorstep implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Doorstep.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final RateLimit rateLimit;

    Doorstep(RateLimit rateLimit) {
        this.rateLimit = rateLimit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<Void> admitted = ConsolePaths.isBehindLogin(exchange)
                // Counted behind the login, in the name of who has logged in.
                ? Mono.empty()
                : rateLimit.admit(exchange);
        return admitted.then(Mono.defer(() -> chain.filter(exchange)))
                .onErrorMap(error -> error instanceof DataAccessException
                        || error instanceof RedisException
                        || error instanceof SerializationException, Doorstep::unavailable);
    }

    private static ProblemException unavailable(Throwable error) {
        LOG.warn("sessions cannot be looked up: {}", String.valueOf(error.getMessage()));
        return ProblemException.unavailable("who has logged in cannot be looked up right now;"
                + " try again in a moment", RETRY_AFTER, error);
    }
}
