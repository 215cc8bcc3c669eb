package carte.order.menus;

import static carte.order.MamaPut.freshKitchen;
import static carte.order.OrderServiceFixture.jollof;
import static carte.order.OrderServiceFixture.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedPostgres;
import carte.order.MamaPut;
import carte.order.OrderServiceApplication;
import carte.order.OrderServiceFixture;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The database stops and comes back: no menu change is passed by, no answer is wrong. */
@SpringBootTest(classes = OrderServiceApplication.class, webEnvironment = RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class DatabaseOutageIT {

    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.builder().start();

    @LocalServerPort
    private int port;

    private final RestaurantId kitchen = freshKitchen();

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) {
        POSTGRES.createDatabase("orders");
        OrderServiceFixture.wire(properties, POSTGRES, "orders");
    }

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    @Test
    void changesWaitForTheDatabaseAndNoneIsLost(CapturedOutput log) {
        publish(MamaPut.menu(kitchen, 1));
        awaitStatus(1, 350_000, 201);

        POSTGRES.stop();
        for (int version = 2; version <= 9; version++) {
            publish(MamaPut.menu(kitchen, version, 1_000L * version));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> log.getAll().contains("cannot be written"));
        String refusal = Objects.requireNonNull(order(1, 350_000)
                .expectStatus().isEqualTo(503)
                .expectHeader().exists("Retry-After")
                .expectBody(String.class).returnResult().getResponseBody());
        assertThat(refusal).contains("urn:problem:carte:unavailable");
        POSTGRES.start();

        awaitStatus(9, 9_000 + 100_000, 201);
        await().until(() -> log.getAll().contains("can be written again"));
        assertThat(log.getAll()).containsOnlyOnce("cannot be written");
    }

    private void awaitStatus(long version, long seen, int status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> order(version, seen).expectStatus().isEqualTo(status));
    }

    private WebTestClient.ResponseSpec order(long version, long seen) {
        return OrderServiceFixture.customer(port)
                .mutate().responseTimeout(Duration.ofSeconds(20)).build()
                .post().uri("/api/v1/orders").bodyValue(jollof(kitchen, version, 1, seen))
                .exchange();
    }
}
