package carte.order.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.OrderChanged;
import carte.contracts.order.OrderState;
import carte.kit.security.TestIssuer;
import carte.order.OrderLog;
import carte.order.RunningOrderService;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Who brings orders to which states at the real service, and what is told of it. */
class TransitionIT extends RunningOrderService {

    @Autowired
    private DataSource connections;

    @Test
    void eachStateIsARevisionInTheHistoryAndAnEvent() {
        Placed order = place();

        move(order, "ACCEPTED").expectStatus().isOk()
                .expectHeader().valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.state").isEqualTo("ACCEPTED")
                .jsonPath("$.revision").isEqualTo(2)
                .jsonPath("$.accessToken").doesNotExist();
        moved(order, "PREPARING", "READY", "DELIVERED");

        await().untilAsserted(() -> assertThat(OrderLog.of(kitchen)).hasSize(5));
        List<OrderChanged> events = OrderLog.of(kitchen);
        assertThat(events).extracting(OrderChanged::revision).containsExactly(1, 2, 3, 4, 5);
        assertThat(events).extracting(OrderChanged::state).containsExactly(OrderState.PLACED,
                OrderState.ACCEPTED, OrderState.PREPARING, OrderState.READY,
                OrderState.DELIVERED);
        assertThat(events).extracting(OrderChanged::changedAt)
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(history(order)).containsExactly("1 PLACED by the customer",
                "2 ACCEPTED by " + kitchen, "3 PREPARING by " + kitchen,
                "4 READY by " + kitchen, "5 DELIVERED by " + kitchen);
    }

    @Test
    void ofTwoAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        Placed order = place();
        List<Future<Integer>> moves = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                Connection slow = connections.getConnection()) {
            slow.setAutoCommit(false);
            try (Statement lock = slow.createStatement()) {
                lock.execute("select from customer_order where id = '" + order.id()
                        + "' for update");
            }
            for (String to : List.of("ACCEPTED", "REJECTED")) {
                moves.add(executor.submit(() -> status(move(order, to))));
            }
            // Whatever they read they have read, and both want to write.
            await().until(() -> rows("pg_stat_activity where datname = current_database()"
                    + " and wait_event_type = 'Lock'") == 2);
            slow.rollback();
            assertThat(List.of(moves.getFirst().get(), moves.getLast().get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(history(order)).hasSize(2);
    }

    @Test
    void sentAgainChangesNothing() {
        Placed order = place();
        moved(order, "ACCEPTED", "ACCEPTED", "PREPARING");

        await().untilAsserted(() -> assertThat(OrderLog.of(kitchen)).hasSize(3));
        assertThat(history(order)).hasSize(3);
    }

    @Test
    void whatTheStateDoesNotAllowIsRefusedWithWhatItDoes() {
        Placed order = place();

        assertThat(problem(move(order, "DELIVERED"), 409, "order-state-conflict"))
                .contains("\"state\":\"PLACED\",\"allowed\":[\"ACCEPTED\",\"REJECTED\"]");
        moved(order, "REJECTED");
        assertThat(problem(move(order, "ACCEPTED"), 409, "order-state-conflict"))
                .contains("\"allowed\":[]");
    }

    @Test
    void onlyTheRestaurantsPeopleAndOperatorsMayDoIt() {
        Placed order = place();
        WebTestClient operator = client("Bearer " + TestIssuer.shared().signer().operator());

        problem(move(client(""), order, "ACCEPTED"), 401, "unauthorized");
        problem(move(client(order.bearer()), order, "ACCEPTED"), 401, "unauthorized");
        problem(move(client(peoplesBearer("NG-suya-spot")), order, "ACCEPTED"), 403, "forbidden");
        Placed unknown = new Placed("0198f1c2-7d1e-7000-8000-000000000000", "", "");
        problem(move(people(), unknown, "ACCEPTED"), 404, "order-not-found");
        problem(move(people(), new Placed("jollof", "", ""), "ACCEPTED"), 404, "order-not-found");
        assertThat(history(order)).hasSize(1);
        move(operator, order, "ACCEPTED").expectStatus().isOk();
    }

    @Test
    void theRestaurantsPeopleAndOperatorsMayReadIt() {
        Placed order = place();

        for (String bearer : List.of(order.bearer(), peoplesBearer(kitchen.value()),
                "Bearer " + TestIssuer.shared().signer().operator())) {
            read(order, bearer).expectStatus().isOk().expectBody()
                    .jsonPath("$.id").isEqualTo(order.id())
                    .jsonPath("$.accessToken").doesNotExist();
        }
        for (String bearer : List.of(peoplesBearer("NG-suya-spot"), "Bearer a.b.c", "Bearer ..",
                "Bearer " + order.accessToken() + ".", "Basic eDp5")) {
            problem(read(order, bearer), 401, "unauthorized");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{}                                 | 422 | invalid-content",
            "{\"to\": \"EATEN\"}                | 422 | invalid-content",
            "{\"to\": null}                     | 422 | invalid-content",
            "{\"to\": 2}                        | 422 | invalid-content",
            "{\"to\": \"ACCEPTED\", \"by\": 1}  | 422 | invalid-content",
            "[]                                 | 422 | invalid-content",
            "accept it, please                  | 400 | malformed-request"})
    void whatIsNoTransitionIsRefused(String body, int status, String slug) {
        Placed order = place();

        problem(people().post().uri("/api/v1/orders/" + order.id() + "/transitions")
                .bodyValue(body).exchange(), status, slug);
        assertThat(history(order)).hasSize(1);
    }

    private ResponseSpec read(Placed order, String bearer) {
        return client(bearer).get().uri("/api/v1/orders/" + order.id()).exchange();
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private List<String> history(Placed order) {
        return Objects.requireNonNull(database().sql("""
                select revision || ' ' || state || ' by ' || coalesce(changed_by, 'the customer')
                from order_state_change where order_id = :id order by revision""")
                .bind("id", order.uuid())
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all().collectList().block());
    }
}
