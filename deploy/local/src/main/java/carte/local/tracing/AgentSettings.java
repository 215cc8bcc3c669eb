package carte.local.tracing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the OpenTelemetry agent of a service is told what to trace and where to send it. */
public final class AgentSettings {

    /** All others are off: each one that is on costs time at the start. */
    private static final List<String> INSTRUMENTATIONS = List.of(
            "reactor", "reactor-netty", "netty", "spring-webflux", "spring-data", "r2dbc",
            "kafka-clients", "spring-kafka", "lettuce", "opentelemetry-api", "executors",
            "logback-mdc");

    private AgentSettings() {}

    /**
     * Returns the system properties for the processes of a service.
     *
     * @param sampled the share of requests whose trace is kept, between 0 and 1
     */
    public static Map<String, String> of(String service, TraceViewer viewer, double sampled) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("otel.service.name", service);
        settings.put("otel.traces.sampler", "parentbased_traceidratio");
        settings.put("otel.traces.sampler.arg", Double.toString(sampled));
        // Not baggage: whoever sends a request could write into every span of the suite.
        settings.put("otel.propagators", "tracecontext");
        settings.put("otel.metrics.exporter", "none");
        settings.put("otel.logs.exporter", "none");
        settings.put("otel.bsp.schedule.delay", "500");
        settings.put("otel.javaagent.logging", "application");
        settings.put("otel.instrumentation.common.default-enabled", "false");
        INSTRUMENTATIONS.forEach(
                name -> settings.put("otel.instrumentation." + name + ".enabled", "true"));
        settings.putAll(viewer.agentSettings());
        return settings;
    }
}
