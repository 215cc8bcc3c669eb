package carte.gateway.proxy;

import carte.gateway.route.Service;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/** Refuses calls to a service that has failed as a whole, and lets a few find out how it is. */
final class Breaker {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private static final CircuitBreakerConfig RULE = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.TIME_BASED)
            .slidingWindowSize(10)
            .minimumNumberOfCalls(20)
            .failureRateThreshold(50)
            .slowCallRateThreshold(90)
            .slowCallDurationThreshold(Duration.ofMillis(2500))
            .waitDurationInOpenState(Duration.ofSeconds(1))
            .permittedNumberOfCallsInHalfOpenState(3)
            .writableStackTraceEnabled(false)
            .build();

    private final CircuitBreaker breaker;

    Breaker(Service service, CircuitBreakerRegistry registry) {
        breaker = registry.circuitBreaker(service.title(), RULE);
        breaker.getEventPublisher().onStateTransition(event -> tell(service, event
                .getStateTransition().getToState()));
    }

    private static void tell(Service service, CircuitBreaker.State state) {
        switch (state) {
            case OPEN -> LOG.warn("{} fails or is slow as a whole: calls are refused for {} s",
                    service.title(), RULE.getWaitIntervalFunctionInOpenState().apply(1) / 1000);
            case HALF_OPEN -> LOG.info("{} is tried again with a few calls", service.title());
            case CLOSED -> LOG.info("{} serves again", service.title());
            case DISABLED, FORCED_OPEN, METRICS_ONLY -> {
                // Nobody sets these.
            }
        }
    }

    /** Returns {@code work}, which asks the service, if the service may be asked. */
    Flux<Begun> guard(Outgoing call, Flux<Begun> work) {
        return Flux.defer(() -> {
            if (!breaker.tryAcquirePermission()) {
                return Flux.error(
                        CallNotPermittedException.createCallNotPermittedException(breaker));
            }
            Verdict verdict = new Verdict(call);
            return work.doOnNext(_ -> verdict.answered())
                    .doOnError(verdict::failed)
                    .doFinally(_ -> verdict.none());
        });
    }

    /** What one call says of the service, told once. */
    private final class Verdict {

        private final Outgoing call;
        private final long sentAt = System.nanoTime();
        private final AtomicBoolean told = new AtomicBoolean();

        Verdict(Outgoing call) {
            this.call = call;
        }

        // Anybody can ask for what comes late, so that must not count for or against a service.
        void answered() {
            if (call.asksToWait()) {
                none();
            } else if (told.compareAndSet(false, true)) {
                long took = System.nanoTime() - sentAt;
                breaker.onSuccess(SecondAttempt.isRead(call.method()) ? took : 0,
                        TimeUnit.NANOSECONDS);
            }
        }

        void failed(Throwable error) {
            boolean counts = !call.asksToWait() && error instanceof NoAnswer failed
                    && failed.failure() != UpstreamFailure.BUSY;
            if (counts && told.compareAndSet(false, true)) {
                breaker.onError(System.nanoTime() - sentAt, TimeUnit.NANOSECONDS, error);
            }
        }

        void none() {
            if (told.compareAndSet(false, true)) {
                breaker.releasePermission();
            }
        }
    }
}
