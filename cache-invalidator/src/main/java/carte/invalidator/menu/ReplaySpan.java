package carte.invalidator.menu;

import carte.kit.telemetry.SpanAttributes;
import carte.kit.telemetry.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Links the trace of a change that is applied again to the one in which it was made. */
final class ReplaySpan {

    private ReplaySpan() {}

    static void link(Span span, ConsumerRecord<byte[], byte[]> record) {
        ReplayedRecords.publishedIn(record).ifPresent(parent -> {
            SpanContext first = TraceParent.spanOf(parent);
            span.addLink(first);
            // For viewers that do not show links.
            span.setAttribute(SpanAttributes.REPLAY_OF, first.getTraceId());
        });
    }
}
