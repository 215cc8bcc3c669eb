package carte.gateway.limit;

import carte.kit.redis.Command;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * The {@link Rates} of all gateways together, in Redis: one key for each client and kind, one Lua
 * script. While Redis is away or slow nobody is counted, and nobody waits for it.
 */
final class RedisRates implements Rates, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RedisRates.class);
    private static final RedisScript<Long> SCRIPT = RedisScript.of(load("rate.lua"), Long.class);
    private static final Duration UNTIL_NEXT_CONNECT = Duration.ofSeconds(1);

    private static final CircuitBreakerConfig RULE = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(1))
            .permittedNumberOfCallsInHalfOpenState(2)
            .writableStackTraceEnabled(false)
            .build();

    private final ReactiveRedisConnectionFactory connections;
    private final ReactiveStringRedisTemplate redis;
    private final Duration timeout;
    private final CircuitBreaker breaker;
    private volatile boolean connected;
    private volatile @Nullable Disposable connecting;

    RedisRates(
            ReactiveRedisConnectionFactory connections,
            Duration timeout,
            CircuitBreakerRegistry breakers) {
        this.connections = connections;
        this.redis = new ReactiveStringRedisTemplate(connections);
        this.timeout = timeout;
        this.breaker = breakers.circuitBreaker("rate-limit", RULE);
        breaker.getEventPublisher().onStateTransition(event -> tell(
                event.getStateTransition().getToState()));
    }

    private void tell(CircuitBreaker.State state) {
        switch (state) {
            case OPEN -> LOG.warn("Redis does not count requests within {} ms: no client is"
                    + " limited until it does", timeout.toMillis());
            case CLOSED -> LOG.info("clients are limited again");
            case HALF_OPEN, DISABLED, FORCED_OPEN, METRICS_ONLY -> {
                // Nothing that an operator would do something about.
            }
        }
    }

    @Override
    public Mono<Duration> ask(String client, Rate rate) {
        return Mono.defer(() -> {
            if (!connected || !breaker.tryAcquirePermission()) {
                return Mono.empty();
            }
            long sentAt = System.nanoTime();
            AtomicBoolean told = new AtomicBoolean();
            return Command.within(timeout, run(client, rate))
                    .doOnNext(_ -> tell(told, () -> breaker.onSuccess(
                            System.nanoTime() - sentAt, TimeUnit.NANOSECONDS)))
                    .doOnError(error -> tell(told, () -> breaker.onError(
                            System.nanoTime() - sentAt, TimeUnit.NANOSECONDS, error)))
                    .doFinally(_ -> tell(told, breaker::releasePermission))
                    .onErrorComplete();
        });
    }

    private static void tell(AtomicBoolean told, Runnable what) {
        if (told.compareAndSet(false, true)) {
            what.run();
        }
    }

    private Mono<Duration> run(String client, Rate rate) {
        return redis.execute(SCRIPT, List.of("carte:rate:" + rate.kind() + ":" + client), List.of(
                Integer.toString(rate.intervalMicros()), Integer.toString(rate.burst())))
                .single()
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS));
    }

    // The first connection is waited for, which no event loop may do; thereafter the driver keeps
    // it alive by itself.
    @Override
    public void start() {
        connecting = Mono.fromSupplier(connections::getReactiveConnection)
                .subscribeOn(Schedulers.boundedElastic())
                .doOnError(error -> LOG.debug("Redis cannot be reached yet", error))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, UNTIL_NEXT_CONNECT))
                .subscribe(_ -> connected = true);
    }

    @Override
    public void stop() {
        Disposable begun = connecting;
        connecting = null;
        connected = false;
        if (begun != null) {
            begun.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return connecting != null;
    }

    // Stops when the last request has been answered, and before the driver does.
    @Override
    public int getPhase() {
        return 1;
    }

    private static String load(String name) {
        try (InputStream in = RedisRates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
