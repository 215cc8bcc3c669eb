package carte.gateway.page;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the gateway tells in numbers of parts that it had to leave out. */
final class PageMeters {

    private final MeterRegistry registry;

    PageMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts each part that a page is shown without. */
    void shown(PageParts parts) {
        parts.unavailable().forEach(part -> Counter.builder("carte.page.parts.missing")
                .description("Parts that restaurant pages were shown without")
                .tag("part", part)
                .register(registry)
                .increment());
    }
}
