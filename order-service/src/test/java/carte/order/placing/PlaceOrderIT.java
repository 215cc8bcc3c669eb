package carte.order.placing;

import static carte.order.MamaPut.freshKitchen;
import static carte.order.OrderServiceFixture.jollof;
import static carte.order.OrderServiceFixture.order;
import static carte.order.OrderServiceFixture.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.Tax;
import carte.contracts.restaurant.OpeningHours;
import carte.embedded.EmbeddedServers;
import carte.kit.expiry.Expiry;
import carte.order.MamaPut;
import carte.order.OrderServiceApplication;
import carte.order.OrderServiceFixture;
import carte.order.StubMenuService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Orders at the real service: menus come by Kafka, orders by HTTP. */
@SpringBootTest(classes = OrderServiceApplication.class, webEnvironment = RANDOM_PORT)
class PlaceOrderIT {

    private static final String DATABASE = EmbeddedServers.freshDatabase("orders");
    private static final StubMenuService MENU_SERVICE = StubMenuService.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Expiry expiry;

    private final RestaurantId kitchen = freshKitchen();
    private WebTestClient customer;

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) {
        OrderServiceFixture.wire(properties, EmbeddedServers.postgres(), DATABASE);
    }

    @BeforeEach
    void openKitchen() {
        customer = OrderServiceFixture.customer(port);
        publishAndAwait(7, 250_000);
    }

    @Test
    void placesAnOrderAndReadsItWithItsToken() {
        ResponseSpec placed = place(jollof(kitchen, 7, 2, 350_000));

        placed.expectStatus().isCreated().expectHeader().valueEquals("Cache-Control", "no-store");
        Answer answer = answer(placed);
        assertThat(answer).isEqualTo(new Answer(answer.id(), "PLACED", new Amount(700_000, "NGN"),
                new Amount(0, "NGN"), 7, answer.placedAt(), answer.accessToken()));
        placed.expectHeader().valueEquals("Location", "/api/v1/orders/" + answer.id());

        read(answer.id(), "Bearer " + answer.accessToken()).expectStatus().isOk().expectBody()
                .jsonPath("$.id").isEqualTo(answer.id())
                .jsonPath("$.restaurantId").isEqualTo(kitchen.value())
                .jsonPath("$.fulfilment").isEqualTo("DELIVERY")
                .jsonPath("$.lines[0].itemId").isEqualTo("jollof")
                .jsonPath("$.lines[0].unitPrice.amount").isEqualTo(350_000)
                .jsonPath("$.lines[0].options[0].optionId").isEqualTo("chicken")
                .jsonPath("$.total.amount").isEqualTo(700_000)
                .jsonPath("$.placedAt").isEqualTo(answer.placedAt())
                .jsonPath("$.accessToken").doesNotExist();
    }

    @Test
    void tokenIsStoredAsItsHashOnly() {
        Answer answer = answer(place(jollof(kitchen, 7, 1, 350_000)));

        String row = database.sql("select cast(o as text) as row from customer_order o"
                + " where id = :id").bind("id", UUID.fromString(answer.id()))
                .map(r -> Objects.requireNonNull(r.get("row", String.class)))
                .one().block();

        assertThat(row).contains("PLACED").doesNotContain(answer.accessToken());
    }

    @Test
    void wrongTokenUnknownOrderAndMissingTokenGetTheSameAnswer() {
        Answer mine = answer(place(jollof(kitchen, 7, 1, 350_000)));
        Answer other = answer(place(jollof(kitchen, 7, 1, 350_000)));

        Set<String> answers = new HashSet<>();
        for (ResponseSpec refused : List.of(
                read(mine.id(), "Bearer " + other.accessToken()),
                read(UUID.randomUUID().toString(), "Bearer " + mine.accessToken()),
                read(mine.id(), "Basic " + mine.accessToken()),
                read(mine.id(), "Bearer "),
                read(mine.id(), null))) {
            refused.expectStatus().isUnauthorized()
                    .expectHeader().valueEquals("WWW-Authenticate", "Bearer realm=\"carte\"");
            answers.add(body(refused));
        }
        assertThat(answers).hasSize(1);
        assertProblem(read("jollof", "Bearer x"), 404, "order-not-found");
    }

    @Test
    void pricesByTheNewVersionOnceItHasArrived() {
        publishAndAwait(8, 260_000);

        ResponseSpec atOldPrice = place(jollof(kitchen, 7, 1, 350_000));

        assertProblem(atOldPrice, 409, "menu-changed");
        WebTestClient.BodyContentSpec problem = place(jollof(kitchen, 7, 1, 350_000)).expectBody();
        problem.jsonPath("$.menuVersion").isEqualTo(8);
        problem.jsonPath("$.errors[0].pointer").isEqualTo("/lines/0");
        problem.jsonPath("$.errors[0].detail")
                .isEqualTo("jollof costs 3600.00 NGN now but was seen at 3500.00 NGN");
        problem.jsonPath("$.changes[0]").isEqualTo(Map.of(
                "line", 0, "itemId", "jollof", "kind", "PRICE",
                "seen", Map.of("amount", 350_000, "currency", "NGN"),
                "now", Map.of("amount", 360_000, "currency", "NGN")));
        place(jollof(kitchen, 8, 1, 360_000)).expectStatus().isCreated();
    }

    @Test
    void otherVersionAloneIsNoConflict() {
        publishAndAwait(8, 250_000);

        place(jollof(kitchen, 7, 1, 350_000)).expectStatus().isCreated();
    }

    @Test
    void unknownItemIsTold() {
        ResponseSpec refused = place(order(kitchen, 7, "caviar", 1, 5, ""));

        assertThat(assertProblem(refused, 409, "menu-changed"))
                .contains("\"kind\":\"GONE\"")
                .contains("\"now\":null");
        assertThat(ordersOfKitchen()).isZero();
    }

    @Test
    void rulesOfTheMenuThatWasSeenAreTheCustomersToKeep() {
        ResponseSpec refused = place(order(kitchen, 7, "jollof", 1, 270_000, ""));

        assertThat(assertProblem(refused, 422, "invalid-content")).contains("/lines/0/options");
    }

    @Test
    void unknownRestaurantIsNotFound() {
        assertProblem(place(jollof(freshKitchen(), 1, 1, 1)), 404, "restaurant-not-found");
    }

    @Test
    void versionThatIsNotHereIsWaitedForUnlessItsOwnerDeniesIt() {
        place(jollof(kitchen, 7, 1, 350_000)).expectStatus().isCreated();
        assertProblem(place(jollof(kitchen, 99, 1, 350_000)), 422, "invalid-content");
        place(jollof(kitchen, 7, 1, 350_000)).expectStatus().isCreated();
        MENU_SERVICE.fails(kitchen, 503);
        ResponseSpec refused = place(jollof(kitchen, 99, 1, 350_000));

        assertProblem(refused, 503, "version-not-visible");
        refused.expectHeader().valueEquals("Retry-After", "1");
    }

    @Test
    void menuWhoseDocumentIsMissingIsNotGuessedButAskedFor() {
        publish(kitchen, new MenuVersion(8), null);
        await().untilAsserted(() -> assertProblem(
                place(jollof(kitchen, 7, 1, 350_000)), 503, "unavailable"));

        MENU_SERVICE.knows(MamaPut.menu(kitchen, 8, 260_000));
        assertProblem(place(jollof(kitchen, 7, 1, 350_000)), 409, "menu-changed");
        place(jollof(kitchen, 8, 1, 360_000)).expectStatus().isCreated();
    }

    @Test
    void versionThatHasNotArrivedIsAskedForOnce() {
        MENU_SERVICE.knows(MamaPut.menu(kitchen, 9, 260_000));

        assertProblem(place(jollof(kitchen, 9, 1, 350_000)), 409, "menu-changed");
        place(jollof(kitchen, 9, 1, 360_000)).expectStatus().isCreated();

        assertThat(MENU_SERVICE.asked(kitchen)).containsOnlyOnce(
                "/api/v1/restaurants/" + kitchen + "/menu?min_version=9");
    }

    @Test
    void restaurantFromBeforeItsEventsIsAskedForOnce() {
        place(jollof(kitchen, 7, 1, 350_000)).expectStatus().isCreated();
        place(jollof(kitchen, 7, 1, 350_000)).expectStatus().isCreated();

        assertThat(MENU_SERVICE.asked(kitchen))
                .containsOnlyOnce("/api/v1/restaurants/" + kitchen);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 200})
    void restaurantThatNobodyCanTellOfIsNotGuessed(int status) {
        MENU_SERVICE.fails(kitchen, status);

        ResponseSpec refused = place(jollof(kitchen, 7, 1, 350_000));

        assertProblem(refused, 503, "unavailable");
        refused.expectHeader().valueEquals("Retry-After", "1");
        assertThat(ordersOfKitchen()).isZero();
    }

    @Test
    void closedRestaurantTakesNoOrdersUntilItOpens() {
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        publish(kitchen, 2, new OpeningHours(
                MamaPut.ALWAYS.timeZone(), List.of(), List.of(), tomorrow));

        await().untilAsserted(() -> assertProblem(
                place(jollof(kitchen, 7, 1, 350_000)), 409, "restaurant-closed"));
        place(jollof(kitchen, 7, 1, 350_000)).expectBody()
                .jsonPath("$.opensAt").isEqualTo(tomorrow.toString())
                .jsonPath("$.detail").isEqualTo(
                        "the restaurant takes orders again at " + tomorrow
                                + "; nothing was ordered");

        publish(kitchen, 3, MamaPut.ALWAYS);
        await().untilAsserted(
                () -> place(jollof(kitchen, 7, 1, 350_000)).expectStatus().isCreated());
    }

    @Test
    void taxIsTold() {
        publish(MamaPut.taxed(MamaPut.menu(kitchen, 8), new Tax(750, false)));
        await().until(() -> count("menu_copy where restaurant_id = :id and version >= 8") == 1);

        Answer answer = answer(place(jollof(kitchen, 8, 2, 350_000)));

        assertThat(answer.tax()).isEqualTo(new Amount(52_500, "NGN"));
        assertThat(answer.total()).isEqualTo(new Amount(752_500, "NGN"));
    }

    @Test
    void keyIsAsGoodAsNewAfterItsTime() {
        String key = "key-" + UUID.randomUUID();
        Answer first = answer(place(jollof(kitchen, 7, 2, 350_000), key));
        age(key, "6 days 23 hours");
        assertThat(answer(place(jollof(kitchen, 7, 2, 350_000), key))).isEqualTo(first);

        age(key, "2 hours");
        Answer second = answer(place(jollof(kitchen, 7, 3, 350_000), key));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(answer(place(jollof(kitchen, 7, 3, 350_000), key))).isEqualTo(second);
        age(key, "8 days");
        expiry.removeFrom("orders").block(Duration.ofSeconds(10));
        assertThat(count("idempotency_key k join customer_order o on o.id = k.order_id"
                + " where restaurant_id = :id")).isZero();
        assertThat(ordersOfKitchen()).isEqualTo(2);
    }

    private void age(String key, String interval) {
        database.sql("update idempotency_key set created_at = created_at - interval '" + interval
                + "' where key = :key").bind("key", key).then().block(Duration.ofSeconds(10));
    }

    @Test
    void fiftyAtOnceWithOneKeyPlaceOneOrder() throws Exception {
        String key = "key-" + UUID.randomUUID();
        String body = jollof(kitchen, 7, 2, 350_000);
        Callable<Answer> send = () -> {
            ResponseSpec placed = place(body, key);
            placed.expectStatus().isCreated();
            return answer(placed);
        };

        Set<Answer> answers = new HashSet<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : executor.invokeAll(Collections.nCopies(50, send))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(ordersOfKitchen()).isEqualTo(1);
        Answer answer = answers.iterator().next();
        read(answer.id(), "Bearer " + answer.accessToken()).expectStatus().isOk();
    }

    @Test
    void repeatIsAnsweredAsBeforeThoughTheMenuHasChanged() {
        String key = "key-" + UUID.randomUUID();
        Answer first = answer(place(jollof(kitchen, 7, 2, 350_000), key));
        publishAndAwait(8, 990_000);

        String otherSpelling = jollof(kitchen, 7, 2, 350_000).replace(" ", "\n ");
        ResponseSpec repeat = place(otherSpelling, key);

        repeat.expectStatus().isCreated();
        assertThat(answer(repeat)).isEqualTo(first);
        assertThat(ordersOfKitchen()).isEqualTo(1);
    }

    @Test
    void keyIsGoodForOneRequestOnly() {
        String key = "key-" + UUID.randomUUID();
        place(jollof(kitchen, 7, 2, 350_000), key).expectStatus().isCreated();

        assertProblem(place(jollof(kitchen, 7, 3, 350_000), key), 409, "idempotency-key-reused");
        assertThat(ordersOfKitchen()).isEqualTo(1);
    }

    @Test
    void keyOfARefusedOrderStaysFree() {
        String key = "key-" + UUID.randomUUID();

        assertProblem(place(jollof(kitchen, 7, 2, 1), key), 409, "menu-changed");
        place(jollof(kitchen, 7, 2, 350_000), key).expectStatus().isCreated();
    }

    private void publishAndAwait(long version, long jollof) {
        publish(MamaPut.menu(kitchen, version, jollof));
        await().until(() -> count(
                "menu_copy where restaurant_id = :id and version >= " + version) == 1);
    }

    private long ordersOfKitchen() {
        return count("customer_order where restaurant_id = :id");
    }

    private long count(String ofKitchen) {
        return Objects.requireNonNull(database.sql("select count(*) from " + ofKitchen)
                .bind("id", kitchen.value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one().block());
    }

    private ResponseSpec place(String body, String... key) {
        return customer.post().uri("/api/v1/orders")
                .headers(headers -> List.of(key).forEach(k -> headers.add("Idempotency-Key", k)))
                .bodyValue(body).exchange();
    }

    private ResponseSpec read(
            String id, @Nullable String authorization) {
        return customer.get().uri("/api/v1/orders/" + id)
                .headers(headers -> {
                    if (authorization != null) {
                        headers.set("Authorization", authorization);
                    }
                }).exchange();
    }

    private static String assertProblem(ResponseSpec answer, int status, String slug) {
        answer.expectStatus().isEqualTo(status)
                .expectHeader().contentType("application/problem+json");
        String body = body(answer);
        assertThat(body).contains("\"urn:problem:carte:" + slug + "\"");
        return body;
    }

    private static String body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private static Answer answer(ResponseSpec placed) {
        return Objects.requireNonNull(
                placed.expectBody(Answer.class).returnResult().getResponseBody());
    }

    record Amount(long amount, String currency) {}

    record Answer(String id, String state, Amount total, Amount tax, long menuVersion,
            String placedAt, String accessToken) {}
}
