package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.menu.RestaurantId;
import carte.local.endtoend.PublicApi.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an admin does with a menu in a day, as customers see it: all through the gateway. */
class AdminDayIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final PublicApi CUSTOMER = SUITE.as(() -> "");
    private static final int WRITERS = 100;
    private static final int ROUNDS = 2;

    private final RestaurantId id = SUITE.freshRestaurant();
    private final String menu = "/api/v1/restaurants/" + id + "/menu";
    private PublicApi admin;

    @BeforeEach
    void openTheRestaurant() {
        SUITE.api().createRestaurant(id.value());
        String token = SUITE.token(id.value());
        admin = SUITE.as(() -> token);
        assertThat(admin.putFirstMenu(id.value()).menuVersion()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "json, application/json", "jsonld, application/ld+json"})
    void anImportOfAnExportChangesNothing(String format, String mediaType) {
        Answer file = admin.get(menu + "/export?format=" + format);
        assertThat(file.status()).isEqualTo(200);

        Answer imported = admin.send("POST", menu + "/import", file.response().body(),
                "Content-Type", mediaType);

        assertThat(imported.status()).as(imported.response().body()).isEqualTo(200);
        assertThat(imported.menuVersion()).isEqualTo(2);
        assertThat(imported.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aBatchIsOneVersionAndARollbackPublishesWhatWas() {
        JsonNode before = content(CUSTOMER.menu(id.value()));

        Answer batch = admin.send("POST", menu + "/batch", """
                {"changes": [
                  {"itemId": "jollof", "price": {"amount": 260000, "currency": "NGN"}},
                  {"itemId": "suya", "availability": {"status": "SOLD_OUT"}}]}""");
        assertThat(batch.menuVersion()).isEqualTo(3);
        assertThat(content(seen(3))).isNotEqualTo(before);
        assertThat(admin.get(menu + "/versions/2/diff?to=3").json().at("/changes")).hasSize(2);

        Answer rollback = admin.send("POST", menu + "/rollback", "{\"toVersion\": 2}");
        assertThat(rollback.menuVersion()).isEqualTo(4);
        assertThat(content(seen(4))).isEqualTo(before);
        assertThat(admin.get(menu + "/versions").json().at("/items").valueStream()
                .map(version -> version.at("/change").stringValue()
                        + " by " + version.at("/author").stringValue()))
                .containsExactly("ROLLED_BACK by " + id, "ITEMS_CHANGED by " + id,
                        "REPLACED by " + id, "CREATED by operator");
    }

    @Test
    void whatIsScheduledAndWhatReturnsToSaleIsSeenByCustomers() {
        Answer scheduled = admin.send("POST", menu + "/schedule", """
                {"at": "%s", "changes": [{"itemId": "jollof", "name": "Party jollof"}]}"""
                .formatted(Instant.now().plusSeconds(2)));
        assertThat(scheduled.status()).as(scheduled.response().body()).isEqualTo(201);
        Answer soldOut = admin.send("PATCH", menu + "/items/suya", """
                {"availability": {"status": "SOLD_OUT", "until": "%s"}}"""
                .formatted(Instant.now().plusSeconds(2)));
        assertThat(soldOut.menuVersion()).isEqualTo(3);
        assertThat(item(seen(3), 1).at("/availability/status").stringValue())
                .isEqualTo("SOLD_OUT");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Answer answer = CUSTOMER.menu(id.value());
            assertThat(answer.menuVersion()).isEqualTo(5);
            assertThat(item(answer, 0).at("/name").stringValue()).isEqualTo("Party jollof");
            assertThat(item(answer, 1).at("/availability/status").stringValue())
                    .isEqualTo("AVAILABLE");
        });
    }

    @Test
    void ofAHundredWritersOfOneVersionOneWins() {
        for (int round = 0; round < ROUNDS; round++) {
            long version = 2L + round;
            List<Integer> statuses = inParallel(writer -> PublicApi.insist(() -> admin.send(
                    "PATCH", menu + "/items/jollof",
                    "{\"description\": \"by writer %d of version %d\"}".formatted(
                            writer, version),
                    "If-Match", "\"" + version + "\"")).status());
            assertThat(statuses).hasSize(WRITERS).containsOnly(200, 412)
                    .containsOnlyOnce(200);
        }
        assertThat(seen(2L + ROUNDS).menuVersion()).isEqualTo(2L + ROUNDS);
    }

    private static List<Integer> inParallel(IntFunction<Integer> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> all = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.supplyAsync(
                            () -> work.apply(writer), threads))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        }
    }

    private Answer seen(long version) {
        return CUSTOMER.get(menu + "?min_version=" + version);
    }

    private static JsonNode item(Answer answer, int position) {
        return answer.json().at("/sections/0/items/" + position);
    }

    private static JsonNode content(Answer answer) {
        return ((ObjectNode) answer.json()).remove(List.of("version", "publishedAt"));
    }
}
