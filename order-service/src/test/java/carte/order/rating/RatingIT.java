package carte.order.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.OrderChanged;
import carte.order.OrderLog;
import carte.order.RunningOrderService;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Ratings at the real service. */
class RatingIT extends RunningOrderService {

    @Test
    void isGivenOnceAfterDeliveryAndIsAnEvent() {
        Placed order = place();
        moved(order, "ACCEPTED", "PREPARING", "READY");
        assertThat(problem(rate(order, order.bearer(), "5"), 409, "order-state-conflict"))
                .contains("\"allowed\":[\"DELIVERED\",\"CANCELLED\"]");
        moved(order, "DELIVERED");

        for (int time = 0; time < 2; time++) {
            rate(order, order.bearer(), "4").expectStatus().isOk().expectBody()
                    .jsonPath("$.stars").isEqualTo(4)
                    .jsonPath("$.revision").isEqualTo(6)
                    .jsonPath("$.state").isEqualTo("DELIVERED");
        }
        problem(rate(order, order.bearer(), "5"), 409, "rating-given");

        await().untilAsserted(() -> assertThat(OrderLog.of(kitchen)).hasSize(6));
        OrderChanged rated = OrderLog.of(kitchen).getLast();
        assertThat(rated.stars()).isEqualTo(4);
        assertThat(rated.revision()).isEqualTo(6);
    }

    @Test
    void isTheCustomersOnly() {
        Placed order = place();
        Placed another = place();
        moved(order, "ACCEPTED", "PREPARING", "READY", "DELIVERED");

        for (String bearer : new String[]{"", another.bearer(), peoplesBearer(kitchen.value())}) {
            problem(rate(order, bearer, "5"), 401, "unauthorized");
        }
        problem(rate(new Placed("0198f1c2-7d1e-7000-8000-000000000000", "", ""),
                order.bearer(), "5"), 401, "unauthorized");
        rate(order, order.bearer(), "5").expectStatus().isOk();
    }

    @Test
    void isOneToFiveStars() {
        Placed order = place();

        for (String stars : new String[]{"0", "6", "-1", "4.5", "\"5\"", "null"}) {
            assertThat(problem(rate(order, order.bearer(), stars), 422, "invalid-content"))
                    .contains("/stars");
        }
        problem(rate(order, order.bearer(), ""), 400, "malformed-request");
    }

    private ResponseSpec rate(Placed order, String bearer, String stars) {
        return client(bearer).post().uri("/api/v1/orders/" + order.id() + "/rating")
                .bodyValue("{\"stars\": " + stars + "}").exchange();
    }
}
