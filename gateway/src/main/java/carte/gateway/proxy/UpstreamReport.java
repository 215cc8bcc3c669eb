package carte.gateway.proxy;

import carte.gateway.balance.BalanceReport;
import carte.gateway.route.Service;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators what is decided about one service: each in numbers, changes in the log. */
final class UpstreamReport implements BalanceReport {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamReport.class);
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

    private final Service service;
    private final MeterRegistry registry;
    private final Counter left;
    private final Counter retries;
    private final Counter hedges;
    private final Counter withheld;

    UpstreamReport(Service service, MeterRegistry registry) {
        this.service = service;
        this.registry = registry;
        this.left = counter("carte.upstream.left", "Times that an instance has left balancing");
        this.retries = counter("carte.upstream.retries", "Calls that were sent again");
        this.hedges = counter("carte.upstream.hedges",
                "Reads that a second instance was asked because the first was slow");
        this.withheld = counter("carte.upstream.withheld",
                "Second tries that were not made because there had been too many");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).tag("service", service.title())
                .register(registry);
    }

    void usable(Supplier<Number> instances) {
        Gauge.builder("carte.upstream.usable", instances)
                .description("Instances that are asked")
                .tag("service", service.title())
                .register(registry);
    }

    @Override
    public void left(URI instance, String why) {
        left.increment();
        LOG.warn("{} at {} is left out while another one can be asked: {}", service.title(),
                instance, why);
    }

    @Override
    public void back(URI instance) {
        LOG.info("{} at {} is asked again", service.title(), instance);
    }

    void retried() {
        retries.increment();
    }

    void hedged() {
        hedges.increment();
    }

    void withheld() {
        withheld.increment();
    }

    /** Returns who is told of each call of a kind that is refused for want of a place. */
    Runnable shed(String kind, int places) {
        Counter shed = Counter.builder("carte.upstream.shed")
                .description("Calls that were refused because too many were under way")
                .tag("service", service.title()).tag("kind", kind).register(registry);
        AtomicLong last = new AtomicLong(System.nanoTime() - QUIET_NANOS);
        return () -> {
            shed.increment();
            long now = System.nanoTime();
            if (now - last.getAndSet(now) >= QUIET_NANOS) {
                LOG.warn("{} is asked for more {} than it gets done, with up to {} under way: the"
                        + " rest is refused", service.title(), kind, places);
            }
        };
    }
}
