package carte.gateway.proxy;

import carte.gateway.balance.Outcome;
import carte.gateway.balance.Turn;
import carte.gateway.route.Service;
import carte.gateway.shed.Shed;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * One service as everything here asks it: how many at once, which instance, for how long, and
 * whether another one is tried. Each call has one second try at most, be it because the first one
 * failed or because it is slow.
 */
final class Upstream {

    private static final int SHORTEST_BACKOFF = 10;
    private static final int LONGEST_BACKOFF = 50;

    private final Service service;
    private final ServiceConnections connections;
    private final ServiceSettings settings;
    private final Policies policies;
    private final UpstreamReport report;

    Upstream(
            Service service,
            ServiceConnections connections,
            ServiceSettings settings,
            Policies policies,
            UpstreamReport report) {
        this.service = service;
        this.connections = connections;
        this.settings = settings;
        this.policies = policies;
        this.report = report;
    }

    Policies policies() {
        return policies;
    }

    /**
     * Asks for an answer and uses it. Fails with the problem to answer with.
     *
     * @param use what is done with an answer that has begun; it fails with {@link NoAnswer} if
     * another answer would do as well
     */
    <T> Mono<T> ask(Outgoing call, Function<Begun, Mono<T>> use) {
        return Mono.defer(() -> {
            policies.budget().requested();
            AtomicBoolean triedTwice = new AtomicBoolean();
            return once(call, null, triedTwice, use)
                    .onErrorResume(NoAnswer.class, failed -> again(call, failed, triedTwice, use));
        }).onErrorMap(error -> problem(call, error));
    }

    private Throwable problem(Outgoing call, Throwable error) {
        return switch (error) {
            case NoAnswer failed -> NoAnswerProblems.of(service, call.toString(), failed);
            case Shed _ -> NoAnswerProblems.overloaded(service);
            case CallNotPermittedException _ -> NoAnswerProblems.refused(service);
            default -> error;
        };
    }

    private <T> Mono<T> once(
            Outgoing call,
            @Nullable URI except,
            AtomicBoolean triedTwice,
            Function<Begun, Mono<T>> use) {
        Flux<Begun> begin = policies.places(call).within(begin(call, except, triedTwice));
        // Whom the breaker refuses need not wait in a queue for that.
        return policies.breaker().guard(call, begin)
                .concatMap(begun -> use.apply(begun).doFinally(_ -> begun.used()))
                .singleOrEmpty();
    }

    private <T> Mono<T> again(
            Outgoing call,
            NoAnswer failed,
            AtomicBoolean triedTwice,
            Function<Begun, Mono<T>> use) {
        boolean allowed = SecondAttempt.allowed(call.method(), call.hasKey(), failed.failure());
        if (!allowed || !maySpend(triedTwice)) {
            return Mono.error(failed);
        }
        report.retried();
        int backoff = ThreadLocalRandom.current()
                .nextInt(SHORTEST_BACKOFF, LONGEST_BACKOFF + 1);
        return Mono.delay(Duration.ofMillis(backoff))
                .then(once(call, failed.instance(), triedTwice, use))
                // The first try was sent, whatever became of the second.
                .onErrorMap(Shed.class, _ -> failed);
    }

    private boolean maySpend(AtomicBoolean triedTwice) {
        if (!triedTwice.compareAndSet(false, true)) {
            return false;
        }
        boolean left = policies.budget().take();
        if (!left) {
            report.withheld();
        }
        return left;
    }

    private Flux<Begun> begin(Outgoing call, @Nullable URI except, AtomicBoolean triedTwice) {
        return Flux.defer(() -> {
            boolean mayProbe = SecondAttempt.isRead(call.method()) || call.hasKey();
            Turn turn = policies.balancer().begin(mayProbe, except);
            return mayHedge(call, triedTwice)
                    ? hedged(call, turn, triedTwice)
                    : attempt(call, turn, () -> Outcome.UNKNOWN);
        });
    }

    private boolean mayHedge(Outgoing call, AtomicBoolean triedTwice) {
        return saysHowFast(call) && !triedTwice.get() && policies.balancer().usable() >= 2;
    }

    private static boolean saysHowFast(Outgoing call) {
        return SecondAttempt.isRead(call.method()) && !call.isStream() && !call.asksToWait();
    }

    private Flux<Begun> hedged(Outgoing call, Turn first, AtomicBoolean triedTwice) {
        return Flux.defer(() -> new Race<>(Begun::isUnable, Begun::used)
                .run(whenLost -> attempt(call, first, whenLost),
                        Mono.delay(policies.hedgeDelay().get()),
                        () -> second(call, first, triedTwice))
                .doOnNext(begun -> policies.hedgeDelay().took(begun.nanos())));
    }

    private @Nullable Flux<Begun> second(Outgoing call, Turn first, AtomicBoolean triedTwice) {
        if (!maySpend(triedTwice)) {
            return null;
        }
        report.hedged();
        // An instance that has been left out is no help against one that is merely slow.
        return Flux.defer(() -> attempt(call,
                policies.balancer().begin(false, first.address()), () -> Outcome.UNKNOWN));
    }

    private Flux<Begun> attempt(Outgoing call, Turn turn, Supplier<Outcome> whenCancelled) {
        HttpClient client = call.isStream() ? connections.streams() : connections.client();
        Duration untilAnswer = SecondAttempt.isRead(call.method())
                ? settings.readTimeout()
                : settings.writeTimeout();
        return new Attempt(call, turn).run(client, untilAnswer, whenCancelled);
    }
}
