package carte.local.endtoend;

import static carte.local.endtoend.Trace.Span.spanOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.menu.RestaurantId;
import carte.local.endtoend.PublicApi.Answer;
import carte.local.endtoend.Trace.Span;
import carte.local.suite.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do is seen in traces that lead all the way, and nothing else is seen. */
class TracesIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final PublicApi API = SUITE.api();
    private static final Traces TRACES = new Traces(SUITE);
    private static final String FORCED = "0af7651916cd43dd8448eb211c80319c";

    private final RestaurantId mamaPut = SUITE.freshRestaurant();
    private final String menu = "/api/v1/restaurants/" + mamaPut + "/menu";

    @BeforeEach
    void openRestaurantWithAMenu() {
        assertThat(API.createRestaurant(mamaPut.value()).status()).isEqualTo(201);
        assertThat(API.putFirstMenu(mamaPut.value()).menuVersion()).isEqualTo(2);
    }

    @Test
    void aChangeIsFollowedThroughOutboxAndKafkaIntoRedisAndTheGateway() {
        Answer write = API.changePrice(mamaPut.value(), "jollof", 275_000);

        List<Span> toRedis = TRACES.awaitWay(write, List.of(
                spanOf("gateway", "SERVER"), spanOf("gateway", "CLIENT"),
                spanOf("menu-service", "SERVER"),
                spanOf("menu-service", "PRODUCER", "menu-events"),
                spanOf("cache-invalidator", "CONSUMER", "menu-events"),
                spanOf("cache-invalidator", "CLIENT", "redis")));
        expectAttributes(toRedis.get(2), 3);
        expectAttributes(toRedis.get(4), 3);
        assertThat(toRedis.get(4).tag("carte.apply.outcome")).isEqualTo("floored");
        TRACES.awaitWay(write, List.of(spanOf("gateway", "SERVER"),
                spanOf("menu-service", "CLIENT", "postgresql")));
        List<Span> toGateway = TRACES.awaitWay(write, List.of(spanOf("gateway", "SERVER"),
                spanOf("menu-service", "PRODUCER", "menu-events"), spanOf("gateway", "CONSUMER")));
        expectAttributes(toGateway.getLast(), 3);
    }

    @Test
    void aColdReadIsFollowedToTheDatabaseAndAHotOneEndsAtTheGateway() {
        Answer cold = API.menu(mamaPut.value());
        assertThat(cold.header("Cache-Status")).startsWith("carte-redis; fwd=miss");
        List<Span> toRedis = TRACES.awaitWay(cold, List.of(
                spanOf("gateway", "SERVER"), spanOf("gateway", "CLIENT"),
                spanOf("menu-service", "SERVER"), spanOf("menu-service", "CLIENT", "redis")));
        for (Span span : List.of(toRedis.getFirst(), toRedis.get(2))) {
            expectAttributes(span, 2);
            assertThat(span.tag("carte.tier")).isEqualTo("primary");
            assertThat(span.tag("carte.as_of.age_ms")).matches("[0-9]+");
        }
        TRACES.awaitWay(cold, List.of(spanOf("gateway", "SERVER"),
                spanOf("menu-service", "CLIENT", "postgresql")));

        Answer hot = await().until(() -> API.menu(mamaPut.value()),
                read -> read.header("Cache-Status").equals("carte-edge; hit"));
        Span answered = TRACES.awaitWay(hot, List.of(spanOf("gateway", "SERVER"))).getFirst();
        expectAttributes(answered, 2);
        assertThat(answered.tag("carte.tier")).isEqualTo("edge");
        assertThat(Long.parseLong(answered.tag("carte.as_of.age_ms"))).isBetween(0L, 2_000L);
        assertThat(answered.tag("carte.stale")).isEmpty();
        assertThat(TRACES.trace(answered.trace()).spans()).hasSize(1);
    }

    @Test
    void anOrderIsFollowedToWhoeverHearsOfIt() {
        Answer order = await().until(
                () -> API.order(mamaPut.value(), 2, "jollof", 250_000),
                answer -> answer.status() == 201);

        List<Span> way = TRACES.awaitWay(order, List.of(
                spanOf("gateway", "SERVER"), spanOf("gateway", "CLIENT"),
                spanOf("order-service", "SERVER"),
                spanOf("order-service", "PRODUCER", "order-events"),
                spanOf("order-service", "CONSUMER", "order-events")));
        expectAttributes(way.get(2), 2);
        TRACES.awaitWay(order, List.of(spanOf("gateway", "SERVER"),
                spanOf("order-service", "CLIENT", "postgresql")));
    }

    @Test
    void aScheduledChangeBeginsATraceWhenItsTimeHasCome() {
        Answer scheduled = API.send("POST", menu + "/schedule", """
                {"at": "%s", "changes": [
                  {"itemId": "jollof", "price": {"amount": 300000, "currency": "NGN"}}]}"""
                .formatted(Instant.now().plusMillis(1_500)));
        assertThat(scheduled.status()).as(scheduled.response().body()).isEqualTo(201);
        String traceId = await().atMost(Duration.ofSeconds(30)).until(
                () -> API.get(menu + "/versions/3/propagation").json().at("/traceId")
                        .asString(""),
                id -> !id.isEmpty());

        List<Span> way = TRACES.awaitWay(traceId, List.of(
                span -> span.name().equals("menu schedule"),
                spanOf("menu-service", "PRODUCER", "menu-events"),
                spanOf("cache-invalidator", "CONSUMER", "menu-events"),
                spanOf("cache-invalidator", "CLIENT", "redis")));
        expectAttributes(way.getFirst(), 3);
        assertThat(way.getFirst().tag("carte.schedule.id"))
                .isEqualTo(scheduled.json().at("/id").stringValue());
        assertThat(traceId).isNotEqualTo(scheduled.traceId().orElseThrow());
    }

    @Test
    void aReplayAfterARewindBeginsATraceThatTellsOfTheFirst() {
        Answer write = API.changePrice(mamaPut.value(), "jollof", 275_000);
        String first = write.traceId().orElseThrow();
        TRACES.awaitWay(first, List.of(spanOf("gateway", "SERVER"),
                spanOf("cache-invalidator", "CLIENT", "redis")));
        long before = applications(first);

        SUITE.forgetPlace(mamaPut);

        Trace replay = await().atMost(Duration.ofSeconds(30)).until(
                () -> TRACES.with("carte.replay.of", first),
                found -> found.stream().anyMatch(trace -> !trace.way(List.of(
                        spanOf("cache-invalidator", "CONSUMER"),
                        spanOf("cache-invalidator", "CLIENT", "redis"))).isEmpty()))
                .getFirst();
        Span root = replay.root().orElseThrow();
        assertThat(root.tag("carte.replay.of")).isEqualTo(first).isNotEqualTo(root.trace());
        expectAttributes(root, 3);
        assertThat(applications(first)).isEqualTo(before);
    }

    private static long applications(String trace) {
        return TRACES.trace(trace).spans().stream()
                .filter(spanOf("cache-invalidator", "CONSUMER")).count();
    }

    @Test
    void aClientDoesNotSayThatItIsSampled() {
        for (String path : List.of(menu, "/api/v1/restaurants/" + mamaPut)) {
            Answer forced = API.get(path, "traceparent", "00-" + FORCED + "-b7ad6b7169203331-01",
                    "baggage", "user=root");
            assertThat(forced.traceId()).isPresent().get().isNotEqualTo(FORCED);

            Answer declined = API.get(path,
                    "traceparent", "00-" + FORCED + "-b7ad6b7169203331-00");
            assertThat(declined.header("traceresponse")).matches("00-" + FORCED + "-.{16}-00");
        }
    }

    @Test
    void nobodySeesProbesAndScrapes() {
        SUITE.suite().instances().forEach(SUITE::metrics);
        // What comes later is there: what came before would be, too.
        TRACES.awaitWay(API.menu(mamaPut.value()), List.of(spanOf("gateway", "SERVER")));

        assertThat(TRACES.with("url.path", "/actuator/prometheus")).isEmpty();
        assertThat(TRACES.with("url.path", "/readyz")).isEmpty();
        assertThat(TRACES.with("url.full",
                SUITE.suite().service(Service.MENU).address() + "/readyz")).isEmpty();
    }

    @Test
    void nobodySeesWhatServicesDoByThemselvesAgainAndAgain() {
        // Watermarks, polls of outboxes and of schedules begin many times a second.
        TRACES.awaitWay(API.menu(mamaPut.value()), List.of(spanOf("gateway", "SERVER")));

        for (Service service : List.of(Service.MENU, Service.ORDER, Service.INVALIDATOR)) {
            List<Span> roots = TRACES.newest(service.moduleName()).stream()
                    .map(Trace::root).flatMap(Optional::stream)
                    // One whose parent has not come yet is no root.
                    .filter(span -> span.parent().isEmpty()).toList();
            assertThat(roots).as(service.moduleName()).isNotEmpty().noneMatch(
                    spanOf(service.moduleName(), "CLIENT", "postgresql")
                            .or(spanOf(service.moduleName(), "PRODUCER")));
        }
    }

    private void expectAttributes(Span span, long version) {
        assertThat(span.tag("carte.restaurant.id")).as(span.toString())
                .isEqualTo(mamaPut.value());
        assertThat(span.tag("carte.menu.version")).isEqualTo(Long.toString(version));
    }
}
