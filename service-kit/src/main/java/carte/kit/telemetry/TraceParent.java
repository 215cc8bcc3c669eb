package carte.kit.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trace of a request as text (W3C Trace Context), to be kept beside what the request wrote. */
public final class TraceParent {

    /** Name of the header that carries it. */
    public static final String HEADER = "traceparent";

    /** The parent of work that nobody wants to see a trace of: it is not sampled. */
    public static final String NO_TRACE = "00-0000000000000000000000000000cafe-000000000000cafe-00";

    private static final TextMapGetter<String> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceParent) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceParent, String key) {
            return key.equals(HEADER) ? traceParent : null;
        }
    };

    private static final Context UNTRACED = contextOf(NO_TRACE);

    private TraceParent() {}

    /** Returns the current span's {@code traceparent}, or null where nothing is traced. */
    public static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? format(span) : null;
    }

    /** Returns the id of the current trace, 32 hexadecimal digits, or null where there is none. */
    public static @Nullable String currentTraceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }

    /** Returns the context in which work is done that nobody wants to see a trace of. */
    public static Context untraced() {
        return UNTRACED;
    }

    /** Returns the context in which work for {@code traceParent} is done. */
    public static Context contextOf(@Nullable String traceParent) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), traceParent, GETTER);
    }

    /** Returns the span that {@code traceParent} names, which is not valid where it names none. */
    public static SpanContext spanOf(String traceParent) {
        return Span.fromContext(contextOf(traceParent)).getSpanContext();
    }

    static String format(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
