package carte.gateway.edge;

import carte.kit.telemetry.SpanAttributes;
import io.opentelemetry.api.trace.Span;

/** Tells the span of a request which menu it was answered with, and from where. */
final class AnswerSpan {

    private AnswerSpan() {}

    static void describe(Span span, EdgeAnswer answer) {
        if (!span.isRecording() || !(answer instanceof EdgeAnswer.Menu menu)) {
            return;
        }
        span.setAttribute(SpanAttributes.RESTAURANT, menu.menu().id().value());
        span.setAttribute(SpanAttributes.MENU_VERSION, menu.menu().version().number());
        span.setAttribute(SpanAttributes.TIER, menu.tier().text());
        span.setAttribute(SpanAttributes.AS_OF_AGE, menu.age().toMillis());
        if (menu.staleFor() != null) {
            span.setAttribute(SpanAttributes.STALE, true);
        }
    }
}
