package carte.gateway;

import static carte.gateway.RunningGateway.ORDER;
import static carte.gateway.RunningGateway.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients see where one of several instances fails, and who is asked then. */
class BalancingIT {

    private static final String[] LOOKING_OFTEN = {"--carte.services.health-interval=100ms",
            "--carte.services.health-timeout=90ms", "--carte.services.hedge-delay=20s",
            "--carte.services.hedge-delay-most=20s"};

    private final StubService first = new StubService();
    private final StubService second = new StubService();
    private @Nullable RunningGateway running;

    @AfterEach
    void close() {
        gateway().close();
        first.close();
        second.close();
    }

    @Test
    void goesOnBesideAFrozenInstanceAndTakesItBackWhenItThaws() throws Exception {
        start(LOOKING_OFTEN);
        first.freezes();
        await().until(() -> usable() == 1);
        read(20);
        assertThat(first.received()).isEmpty();

        first.isReady(200);
        first.answers(200, "menu");
        await().until(() -> usable() == 2);
        read(20);
        assertThat(first.received()).isNotEmpty();
    }

    @Test
    void asksAnotherInstanceForAReadThatIsSlowAndLeavesOutWhoIsSlowAgainAndAgain()
            throws Exception {
        start("--carte.services.hedge-delay=20ms", "--carte.services.hedge-delay-most=20ms",
                "--carte.services.read-timeout=30s");
        first.freezes();
        for (int i = 0; usable() == 2; i++) {
            assertThat(i).isLessThan(1_000);
            read(1);
        }
        assertThat(count("carte.upstream.hedges")).isEqualTo(first.received().size()).isEqualTo(5);
    }

    @Test
    void leavesOutAnInstanceThatSaysSoAndTakesItBack() throws Exception {
        start(LOOKING_OFTEN);
        first.isReady(503);
        await().until(() -> usable() == 1);
        read(20);
        assertThat(gateway().call("POST", ORDERS, "{}").statusCode()).isEqualTo(200);
        assertThat(first.received()).isEmpty();
        first.isReady(200);
        await().until(() -> usable() == 2);
    }

    @Test
    void asksAllWhereNobodySaysToBeReady() throws Exception {
        start(LOOKING_OFTEN);
        first.isReady(503);
        second.isReady(503);
        await().until(() -> usable() == 0);
        read(20);
    }

    @Test
    void triesAgainOnlyATenthMoreWhereMuchFails() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        second.hangsUp(() -> asked.getAndIncrement() % 5 < 2);
        running = new RunningGateway(List.of(RunningGateway.deadAddress()),
                List.of(second.address()));
        int requests = 200;
        int served = 0;
        for (int i = 0; i < requests; i++) {
            served += gateway().get(ORDER).statusCode() == 200 ? 1 : 0;
        }
        assertThat(asked.get()).isBetween(requests, requests + requests / 10 + 10);
        assertThat(count("carte.upstream.withheld")).isPositive();
        assertThat(served).isGreaterThan(requests / 2);
    }

    @Test
    void refusesQuicklyWhereAServiceFailsAsAWholeAndServesSoonAfter() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        second.hangsUp(() -> asked.getAndIncrement() >= 0);
        running = new RunningGateway(List.of(RunningGateway.deadAddress()),
                List.of(second.address()));
        await().until(() -> gateway().get(ORDER).statusCode() == 503);
        var refused = gateway().get(ORDER);
        Problems.assertProblem(refused, 503, "unavailable").contains("order-service");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(asked.get()).isLessThan(60);

        second.answers(200, "menu");
        await().until(() -> gateway().get(ORDER).statusCode() == 200);
    }

    private void start(String... settings) {
        first.answers(200, "menu");
        second.answers(200, "menu");
        running = new RunningGateway(List.of(RunningGateway.deadAddress()),
                List.of(first.address(), second.address()), settings);
    }

    private void read(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(gateway().get(ORDER).statusCode()).isEqualTo(200);
        }
    }

    private int usable() {
        return (int) meters().get("carte.upstream.usable").tag("service", "order-service").gauge()
                .value();
    }

    private double count(String name) {
        return meters().get(name).tag("service", "order-service").counter().count();
    }

    private MeterRegistry meters() {
        return gateway().context().getBean(MeterRegistry.class);
    }

    private RunningGateway gateway() {
        return Objects.requireNonNull(running, "not started");
    }
}
