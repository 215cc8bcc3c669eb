package carte.menu.reading;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.FillOutcome;
import carte.contracts.menu.RestaurantId;
import carte.kit.telemetry.ReadOutcome;
import carte.kit.telemetry.ReadTimers;
import carte.kit.telemetry.SpanAttributes;
import carte.kit.telemetry.Tier;
import carte.menu.reading.ReadRules.Decision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is told of the reading of menus, in numbers and on the spans of the requests. */
@Component
final class ReadMeters {

    private final DatabaseClocks clocks;
    private final ReadTimers answers;
    private final Map<Decision, Counter> cached = new EnumMap<>(Decision.class);
    private final Counter cacheFailed;
    private final Map<FillOutcome, Counter> fills = new EnumMap<>(FillOutcome.class);
    private final Counter fillFailed;

    ReadMeters(MeterRegistry registry, DatabaseClocks clocks) {
        this.clocks = clocks;
        answers = new ReadTimers(registry, "carte.reads.answers",
                "Menus that were read, by where they came from", Tier.REDIS, Tier.PRIMARY);
        for (Decision decision : Decision.values()) {
            cached.put(decision, cache(registry, switch (decision) {
                case ANSWER -> "hit";
                case LOAD_OLD -> "old";
                case LOAD -> "miss";
            }));
        }
        cacheFailed = cache(registry, "failed");
        for (FillOutcome outcome : FillOutcome.values()) {
            fills.put(outcome, fill(registry, outcome.name().toLowerCase(Locale.ROOT)));
        }
        fillFailed = fill(registry, "failed");
    }

    private static Counter cache(MeterRegistry registry, String result) {
        return Counter.builder("carte.reads.cache")
                .description("What Redis had for a read")
                .tag("result", result)
                .register(registry);
    }

    private static Counter fill(MeterRegistry registry, String outcome) {
        return Counter.builder("carte.reads.fills")
                .description("Menus that were offered to Redis")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Has a reading timed, and the span of its request told what came of it. */
    Mono<Found> told(RestaurantId id, Mono<Found> reading) {
        return Mono.defer(() -> {
            long began = System.nanoTime();
            Span span = Span.current();
            span.setAttribute(SpanAttributes.RESTAURANT, id.value());
            return reading
                    .doOnNext(found -> {
                        answers.answered(found.source().tier(), found.staleFor() != null,
                                System.nanoTime() - began);
                        describe(span, found);
                    })
                    .doOnError(error -> answers.without(
                            ReadOutcome.of(error), System.nanoTime() - began));
        });
    }

    private void describe(Span span, Found found) {
        if (!span.isRecording()) {
            return;
        }
        Duration age = Duration.between(found.asOf(), clocks.of(found.shard()).likely());
        span.setAttribute(SpanAttributes.MENU_VERSION, found.menu().version().number());
        span.setAttribute(SpanAttributes.TIER, found.source().tier().text());
        span.setAttribute(SpanAttributes.AS_OF_AGE, Math.max(0, age.toMillis()));
        if (found.staleFor() != null) {
            span.setAttribute(SpanAttributes.STALE, true);
        }
    }

    void cached(Decision what) {
        Objects.requireNonNull(cached.get(what)).increment();
    }

    void cacheFailed() {
        cacheFailed.increment();
    }

    void filled(FillOutcome outcome) {
        Objects.requireNonNull(fills.get(outcome)).increment();
    }

    void fillFailed() {
        fillFailed.increment();
    }
}
