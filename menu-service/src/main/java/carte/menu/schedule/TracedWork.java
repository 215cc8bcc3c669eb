package carte.menu.schedule;

import carte.contracts.menu.RestaurantId;
import carte.kit.telemetry.SpanAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one piece of due work and waits for its end. Each is the root of a trace, which goes on
 * with the statements, the event and its readers.
 */
final class TracedWork implements Predicate<RestaurantId> {

    private static final Logger LOG = LoggerFactory.getLogger(TracedWork.class);

    /** Statements and connections end long before that; nothing is waited for without an end. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final TakingEffect effects;
    private final ScheduleMeters meters;
    private final Tracer tracer;

    TracedWork(TakingEffect effects, ScheduleMeters meters, Tracer tracer) {
        this.effects = effects;
        this.meters = meters;
        this.tracer = tracer;
    }

    @Override
    public boolean test(RestaurantId id) {
        Span span = tracer.spanBuilder("menu schedule")
                .setNoParent()
                .setAttribute(SpanAttributes.RESTAURANT, id.value())
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            Effect effect = Objects.requireNonNull(effects.next(id).block(LONGEST));
            describe(span, effect);
            return tell(id, effect);
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.toString());
            throw e;
        } finally {
            span.end();
        }
    }

    private static void describe(Span span, Effect effect) {
        switch (effect) {
            case Effect.Applied done -> {
                span.setAttribute(SpanAttributes.SCHEDULE, done.schedule().id().toString());
                span.setAttribute(SpanAttributes.MENU_VERSION, done.version().number());
            }
            case Effect.Failed failed -> {
                span.setAttribute(SpanAttributes.SCHEDULE, failed.schedule().id().toString());
                span.setStatus(StatusCode.ERROR, failed.why());
            }
            case Effect.Restored done -> span.setAttribute(
                    SpanAttributes.MENU_VERSION, done.version().number());
            case Effect.Nothing _ -> {
                // Traced by whoever did it.
            }
        }
    }

    private boolean tell(RestaurantId id, Effect effect) {
        meters.note(effect);
        if (effect instanceof Effect.Failed failed) {
            LOG.warn("{}: the change {} that was due at {} does not fit the menu: {}", id,
                    failed.schedule().id(), failed.schedule().dueAt(), failed.why());
        }
        return !(effect instanceof Effect.Nothing);
    }
}
