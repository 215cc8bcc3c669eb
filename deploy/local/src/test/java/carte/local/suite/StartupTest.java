package carte.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.local.console.Progress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StartupTest {

    private final List<String> started = new CopyOnWriteArrayList<>();
    private final Startup startup = new Startup(Progress.silent());

    @Test
    void servicesWaitForTheServersThatTheyNeedAndNoOthers() {
        var gatewayStarted = new CountDownLatch(1);
        startup.server(Server.REDIS, "Redis", () -> started.add("Redis"));
        startup.server(Server.KAFKA, "Kafka", () -> {
            // The gateway needs no server, so it does not wait for this one.
            awaitUnchecked(gatewayStarted);
            started.add("Kafka");
        });
        startup.service(Service.INVALIDATOR, "invalidator", () -> started.add("cache-invalidator"));
        startup.service(Service.GATEWAY, "gateway", gatewayStarted::countDown);
        startup.await();
        assertThat(started).containsExactlyInAnyOrder("Redis", "Kafka", "cache-invalidator")
                .endsWith("cache-invalidator");
    }

    @Test
    void tellsTheFirstFailureWithoutWaitingForTheRest() {
        var never = new CountDownLatch(1);
        startup.server(Server.POSTGRES, "PostgreSQL", () -> awaitUnchecked(never));
        startup.server(Server.REDIS, "Redis", () -> {
            throw new StartRefused("Redis is not well.");
        });
        assertThatThrownBy(startup::await).isInstanceOf(StartRefused.class)
                .hasMessage("Redis is not well.");
        never.countDown();
        startup.awaitQuiet();
    }

    @Test
    void startsNothingThatNeedsWhatFailed() {
        startup.server(Server.REDIS, "Redis", () -> {
            throw new StartRefused("Redis is not well.");
        });
        startup.server(Server.KAFKA, "Kafka", () -> started.add("Kafka"));
        startup.service(Service.INVALIDATOR, "invalidator", () -> started.add("cache-invalidator"));
        startup.awaitQuiet();
        assertThat(started).containsExactly("Kafka");
    }

    @Test
    void startsNothingMoreOnceCancelled() {
        var stopping = new CountDownLatch(1);
        startup.server(Server.REDIS, "Redis", () -> {});
        startup.server(Server.KAFKA, "Kafka", () -> awaitUnchecked(stopping));
        startup.service(Service.INVALIDATOR, "invalidator", () -> started.add("cache-invalidator"));
        startup.cancel();
        stopping.countDown();
        assertThatThrownBy(startup::await).isInstanceOf(StartRefused.class)
                .hasMessage("The start was interrupted.");
        assertThat(started).isEmpty();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
