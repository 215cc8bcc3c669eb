package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.route.Service;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class BreakerTest {

    private static final int ENOUGH = 20;
    private static final URI INSTANCE = URI.create("http://localhost:1");

    private final Breaker breaker = new Breaker(Service.MENU, CircuitBreakerRegistry.ofDefaults());

    @Test
    void refusesWhenAServiceFailsAsAWhole() {
        assertThat(fail(new OwnGet("/menu", false), ENOUGH))
                .hasOnlyElementsOfType(NoAnswer.class);
        assertThat(fail(new OwnGet("/menu", false), 1))
                .hasOnlyElementsOfType(CallNotPermittedException.class);
    }

    @Test
    void doesNotCountWhatAsksToWait() {
        assertThat(fail(new OwnGet("/menu?min_version=9", true), 2 * ENOUGH))
                .hasSize(2 * ENOUGH).hasOnlyElementsOfType(NoAnswer.class);
    }

    private List<Throwable> fail(Outgoing call, int times) {
        List<Throwable> errors = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Flux<Begun> work = Flux.error(NoAnswer.of(new ConnectException("away"), INSTANCE));
            breaker.guard(call, work).subscribe(_ -> {}, errors::add);
        }
        return errors;
    }
}
