package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.route.Service;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PoliciesTest {

    private final Policies policies = Policies.of(Service.MENU,
            new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("carte.services", ServiceSettings.class),
            CircuitBreakerRegistry.ofDefaults(),
            new UpstreamReport(Service.MENU, new SimpleMeterRegistry()));

    @Test
    void readsThatWaitTakeNoPlacesOfOthers() {
        assertThat(policies.places(new OwnGet("/menu", true)))
                .isSameAs(policies.waitingReads()).isNotSameAs(policies.reads());
        assertThat(policies.places(new OwnGet("/menu?min_version=7", false)))
                .isSameAs(policies.reads());
    }
}
