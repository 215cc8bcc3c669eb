package carte.local.suite;

import carte.local.tracing.Jaeger;
import carte.local.tracing.TraceViewer;
import carte.local.tracing.Zipkin;

/** Jaeger where it is on the path, else Zipkin. */
final class ViewerChoice {

    private static final String HEAP = "160m";

    private ViewerChoice() {}

    static TraceViewer of(SuiteOptions options, Checkout checkout) {
        int port = options.tracePort() == 0 ? PortNeed.anyFree() : options.tracePort();
        String searchPath = options.jaeger() ? System.getenv().getOrDefault("PATH", "") : "";
        return TraceViewer.jaegerOn(searchPath)
                .<TraceViewer>map(program -> new Jaeger(program, port, new Jaeger.Ports(
                        PortNeed.anyFree(), PortNeed.anyFree(), PortNeed.anyFree(),
                        PortNeed.anyFree())))
                .orElseGet(() -> new Zipkin(
                        JavaRuntime.command(HEAP), checkout.zipkin(), port));
    }
}
