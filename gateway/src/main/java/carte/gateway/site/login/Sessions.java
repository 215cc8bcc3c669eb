package carte.gateway.site.login;

import java.time.Duration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

/**
 * Sessions of those who log in, in Redis, where all gateways find them. Customers' pages have none:
 * they go on without Redis.
 */
final class Sessions implements WebSessionManager {

    static final String COOKIE = "carte-session";

    /** How long one is kept that nobody has logged in to yet: as long as a login takes. */
    static final Duration LOGGING_IN = Duration.ofMinutes(10);

    private static final String NAMESPACE = "carte:session";

    private final WebSessionManager shared;
    private final InMemoryWebSessionStore nowhere = new InMemoryWebSessionStore();

    Sessions(ReactiveRedisConnectionFactory connections, LoginSettings settings) {
        DefaultWebSessionManager manager = new DefaultWebSessionManager();
        manager.setSessionStore(new SpringSessionWebSessionStore<>(
                repository(connections)));
        manager.setSessionIdResolver(cookie(settings.isSecure()));
        shared = manager;
    }

    @Override
    public Mono<WebSession> getSession(ServerWebExchange exchange) {
        return ConsolePaths.hasSession(exchange)
                ? shared.getSession(exchange)
                // Never begun and so never kept.
                : nowhere.createWebSession();
    }

    private static ReactiveRedisSessionRepository repository(
            ReactiveRedisConnectionFactory connections) {
        ClassLoader classes = Sessions.class.getClassLoader();
        var repository = new ReactiveRedisSessionRepository(new ReactiveRedisTemplate<>(
                connections,
                RedisSerializationContext
                        .<String, Object>newSerializationContext(RedisSerializer.java(classes))
                        .key(RedisSerializer.string())
                        .hashKey(RedisSerializer.string())
                        .build()));
        repository.setRedisKeyNamespace(NAMESPACE);
        repository.setDefaultMaxInactiveInterval(LOGGING_IN);
        return repository;
    }

    /** The cookie ends with the browser; the session behind it ends by itself. */
    private static CookieWebSessionIdResolver cookie(boolean secure) {
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(COOKIE);
        cookie.addCookieInitializer(builder -> {
            builder.httpOnly(true).sameSite("Lax").path("/");
            if (secure) {
                builder.secure(true);
            }
        });
        return cookie;
    }
}
