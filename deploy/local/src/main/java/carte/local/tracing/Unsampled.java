package carte.local.tracing;

/** The trace context of requests that shall not be seen in the trace viewer. */
public final class Unsampled {

    /** Name of the header that carries it (W3C Trace Context). */
    public static final String HEADER = "traceparent";

    /** A parent whose flags say that it is not sampled, which its children follow. */
    public static final String PARENT = "00-" + "0".repeat(31) + "1-" + "0".repeat(15) + "1-00";

    private Unsampled() {}
}
