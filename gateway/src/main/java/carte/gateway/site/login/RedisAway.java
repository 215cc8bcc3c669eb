package carte.gateway.site.login;

import carte.kit.problem.ProblemException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Says in words that sessions cannot be looked up; nobody is let in meanwhile. */
final class RedisAway implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RedisAway.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .onErrorMap(error -> error instanceof DataAccessException
                        || error instanceof SerializationException, RedisAway::unavailable);
    }

    private static ProblemException unavailable(Throwable error) {
        LOG.warn("sessions cannot be looked up: {}", String.valueOf(error.getMessage()));
        return ProblemException.unavailable("who has logged in cannot be looked up right now;"
                + " try again in a moment", RETRY_AFTER, error);
    }
}
