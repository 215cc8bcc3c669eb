package carte.kit.telemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Adds the trace id to every answer. */
@AutoConfiguration
class TelemetryAutoConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    TraceResponseFilter traceResponseFilter() {
        return new TraceResponseFilter();
    }
}
