package carte.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class HealthChecksTest {

    private final AtomicInteger status = new AtomicInteger(503);
    private final AtomicInteger left = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"200, UP", "204, UP", "503, OUT", "404, UNCLEAR", "301, UNCLEAR", "500, UNCLEAR"})
    void anInstanceIsReadyOnlyIfItSaysSo(int answer, Health health) {
        assertThat(Health.of(answer)).isEqualTo(health);
    }

    @Test
    void goOnAfterOneThatWentWrong() {
        DisposableServer instance = HttpServer.create().host("localhost").port(0)
                .handle((_, response) -> response.status(status.get()).send()).bindNow();
        Balancer balancer = new Balancer(
                List.of(URI.create("http://localhost:" + instance.port())), EjectionRule.USUAL,
                System::nanoTime, new Random(1), new FailingReport());
        HealthChecks checks = new HealthChecks(List.of(balancer), Duration.ofMillis(10),
                Duration.ofSeconds(10));
        try {
            checks.start();
            await().until(() -> left.get() == 1);
            status.set(200);
            await().until(() -> balancer.usable() == 1);
        } finally {
            checks.stop();
            instance.disposeNow();
        }
    }

    private final class FailingReport implements BalanceReport {

        @Override
        public void left(URI instance, String why) {
            left.incrementAndGet();
            throw new IllegalStateException("by the test");
        }

        @Override
        public void back(URI instance) {
            // It is asked again.
        }
    }
}
