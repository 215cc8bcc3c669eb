package carte.order.placing;

import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts what becomes of the requests to place an order. */
@Component
final class PlacingMeters {

    private final MeterRegistry registry;

    PlacingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    <T> Mono<T> count(Mono<T> placing) {
        return placing
                .doOnSuccess(_ -> count("placed"))
                .doOnError(error -> count(outcome(error)));
    }

    private void count(String outcome) {
        registry.counter("carte.order.requests", "outcome", outcome).increment();
    }

    private static String outcome(Throwable error) {
        ProblemType type = error instanceof ProblemException e
                ? e.problem().kind()
                : ProblemType.INTERNAL_ERROR;
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
