package carte.order;

import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import carte.kit.security.TestIssuer;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** One service that all tests of what becomes of orders share; each has a kitchen of its own. */
@SpringBootTest(classes = OrderServiceApplication.class, webEnvironment = RANDOM_PORT)
public abstract class RunningOrderService {

    /** Where the orders are. */
    protected static final String DATABASE = EmbeddedServers.freshDatabase("orders");

    /** What a kitchen charges for one, delivered. */
    protected static final int PRICE = 350_000;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    /** The restaurant of one test. */
    protected final RestaurantId kitchen = MamaPut.freshKitchen();

    /** An order as whoever placed it knows it. */
    public record Placed(String id, String accessToken, String placedAt) {

        /** Returns the header of its customer. */
        public String bearer() {
            return "Bearer " + accessToken;
        }

        /** Returns its id. */
        public UUID uuid() {
            return UUID.fromString(id);
        }
    }

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) {
        OrderServiceFixture.wire(properties, EmbeddedServers.postgres(), DATABASE);
        String[] issuer = TestIssuer.shared().setting().split("=", 2);
        properties.add(issuer[0], () -> issuer[1]);
    }

    @BeforeEach
    void openKitchen() {
        OrderServiceFixture.publish(MamaPut.menu(kitchen, 7));
        await().until(() -> rows("menu_copy where restaurant_id = '" + kitchen + "'") == 1);
    }

    /** Returns somebody who sends what they have in {@code authorization}. */
    protected WebTestClient client(String authorization) {
        return OrderServiceFixture.customer(port).mutate()
                .defaultHeader("Authorization", authorization)
                .build();
    }

    /** Returns the restaurant's own people. */
    protected WebTestClient people() {
        return client(peoplesBearer(kitchen.value()));
    }

    /** Returns the header of a restaurant's people. */
    protected static String peoplesBearer(String restaurant) {
        return "Bearer " + TestIssuer.shared().signer().restaurants(restaurant);
    }

    /** Returns the address of the service. */
    protected String address() {
        return "http://localhost:" + port;
    }

    /** Places an order at the kitchen. */
    protected Placed place() {
        ResponseSpec answer = OrderServiceFixture.customer(port).post().uri("/api/v1/orders")
                .bodyValue(OrderServiceFixture.jollof(kitchen, 7, 1, PRICE))
                .exchange()
                .expectStatus().isCreated();
        return Objects.requireNonNull(
                answer.expectBody(Placed.class).returnResult().getResponseBody());
    }

    /** Has the restaurant's people bring an order to a state. */
    protected ResponseSpec move(Placed order, String to) {
        return move(people(), order, to);
    }

    /** Has somebody bring an order to a state. */
    protected static ResponseSpec move(WebTestClient who, Placed order, String to) {
        return who.post().uri("/api/v1/orders/" + order.id() + "/transitions")
                .bodyValue("{\"to\": \"" + to + "\"}")
                .exchange();
    }

    /** Has the restaurant's people bring an order to these states, one after the other. */
    protected void moved(Placed order, String... states) {
        for (String state : states) {
            move(order, state).expectStatus().isOk();
        }
    }

    /** Counts rows. */
    protected long rows(String of) {
        return Objects.requireNonNull(database.sql("select count(*) from " + of)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one().block());
    }

    /** Returns the client of the database. */
    protected DatabaseClient database() {
        return database;
    }

    /** Expects a problem, and returns its document. */
    public static String problem(ResponseSpec answer, int status, String slug) {
        answer.expectStatus().isEqualTo(status)
                .expectHeader().contentType("application/problem+json");
        String body = Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
        if (!body.contains("\"urn:problem:carte:" + slug + "\"")) {
            throw new AssertionError("expected " + slug + " but found " + body);
        }
        return body;
    }
}
