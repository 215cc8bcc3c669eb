package carte.kit.telemetry;

import io.opentelemetry.api.trace.Span;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.jspecify.annotations.Nullable;

/** The span that is current, whose ids stand as exemplars beside what is measured in it. */
final class ExemplarSpan implements SpanContext {

    @Override
    public @Nullable String getCurrentTraceId() {
        return TraceParent.currentTraceId();
    }

    @Override
    public @Nullable String getCurrentSpanId() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getSpanId() : null;
    }

    @Override
    public boolean isCurrentSpanSampled() {
        return Span.current().getSpanContext().isSampled();
    }

    @Override
    public void markCurrentSpanAsExemplar() {
        // Sampling has been decided; nobody looks for the mark.
    }
}
