package carte.kit.telemetry;

import io.micrometer.core.instrument.config.MeterFilter;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Adds the trace id to every answer and beside what is measured, and leaves out noise. */
@AutoConfiguration
class TelemetryAutoConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    TraceResponseFilter traceResponseFilter() {
        return new TraceResponseFilter();
    }

    @Bean
    SpanContext exemplarSpan() {
        return new ExemplarSpan();
    }

    @Bean
    MeterFilter fewKafkaMeters() {
        return new FewKafkaMeters();
    }

    @Bean
    MeterFilter requestBuckets() {
        return new RequestBuckets();
    }

    @Bean
    NettyServerCustomizer untracedProbes() {
        return UntracedProbes::in;
    }
}
