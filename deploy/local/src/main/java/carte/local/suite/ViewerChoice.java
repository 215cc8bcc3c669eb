package carte.local.suite;

import carte.embedded.FreePorts;
import carte.local.tracing.Jaeger;
import carte.local.tracing.TraceViewer;
import carte.local.tracing.Zipkin;

/** Jaeger where it is on the path, else Zipkin. */
final class ViewerChoice {

    private static final String HEAP = "160m";

    private ViewerChoice() {}

    static TraceViewer of(SuiteOptions options, Checkout checkout) {
        int port = options.tracePort() == 0 ? FreePorts.any() : options.tracePort();
        String searchPath = options.jaeger() ? System.getenv().getOrDefault("PATH", "") : "";
        return TraceViewer.jaegerOn(searchPath)
                .<TraceViewer>map(program -> new Jaeger(program, port, new Jaeger.Ports(
                        FreePorts.any(), FreePorts.any(), FreePorts.any(),
                        FreePorts.any())))
                .orElseGet(() -> new Zipkin(
                        JavaRuntime.command(HEAP), checkout.zipkin(), port));
    }
}
