package carte.order.popularity;

import static carte.order.MamaPut.naira;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import carte.contracts.event.EncodedEvent;
import carte.contracts.event.OrderChanged;
import carte.contracts.event.OrderEventCodec;
import carte.contracts.event.OrderTopic;
import carte.contracts.menu.RestaurantId;
import carte.contracts.order.OrderState;
import carte.embedded.EmbeddedPostgres;
import carte.embedded.EmbeddedServers;
import carte.order.OrderServiceApplication;
import carte.order.OrderServiceFixture;
import carte.order.listening.SetAside;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Figures from a real broker, kept in a real database and read from its replica. */
@SpringBootTest(classes = OrderServiceApplication.class, webEnvironment = RANDOM_PORT)
@DirtiesContext
class PopularityIT {

    // On this machine wherever the others are: its replica starts from a copy of its files.
    private static final EmbeddedPostgres PRIMARY = EmbeddedServers.postgresHere();
    private static final String DATABASE = EmbeddedServers.freshDatabase(PRIMARY, "orders");
    private static final EmbeddedPostgres REPLICA = PRIMARY.startReplica();

    private static final Recount NOTHING = new Recount(Map.of(), 0, 0, 0);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @LocalServerPort
    private int port;

    @Autowired
    private OrderCounts counts;

    @Autowired
    private PopularitySweep sweep;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) {
        OrderServiceFixture.wire(properties, PRIMARY, DATABASE);
        properties.add("carte.database.replica.url", () -> REPLICA.r2dbcUrl(DATABASE));
        properties.add("carte.database.replica.username", REPLICA::username);
        properties.add("carte.database.replica.password", REPLICA::password);
        properties.add("carte.order.popularity.beat", () -> "50ms");
    }

    @AfterAll
    static void stop() {
        REPLICA.close();
    }

    @Test
    void redeliveredAndReorderedEventsCountOnceAcrossRestarts() {
        List<RestaurantId> restaurants = restaurants("AO", 5);
        OrderHistories histories = new OrderHistories(20_261_126, restaurants, now);
        List<OrderChanged> events = histories.of(30, 28);
        List<OrderChanged> arriving = histories.disturbed(events);
        int half = arriving.size() / 2;

        arriving.subList(0, half).forEach(PopularityIT::publish);
        listener().stop();
        arriving.subList(half, arriving.size()).forEach(PopularityIT::publish);
        listener().start();
        tables().await(events);
        assertThat(tables().figures("AO")).isEqualTo(Recount.of(events));

        double known = events("known");
        listener().stop();
        forgetOffsets();
        listener().start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> events("known") >= known + arriving.size());
        assertThat(tables().figures("AO")).isEqualTo(Recount.of(events));
        assertAnswers(restaurants, Recount.of(events), Recount.of(events.stream()
                .filter(event -> event.placedAt().isAfter(now.minus(Duration.ofDays(1))))
                .toList()));
    }

    @Test
    void consumersThatOverlapCountEachOrderOnce() throws Exception {
        OrderHistories histories = new OrderHistories(7, restaurants("BJ", 2), now);
        List<OrderChanged> events = histories.of(25, 28);
        List<OrderChanged> arriving = histories.disturbed(events);

        try (ExecutorService consumers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> done = new ArrayList<>();
            for (int consumer = 0; consumer < 4; consumer++) {
                done.add(consumers.submit(() -> arriving.forEach(this::apply)));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }

        assertThat(tables().figures("BJ")).isEqualTo(Recount.of(events));
    }

    @Test
    void unreadableRecordIsSetAsideAndTheNextOneArrives() {
        RestaurantId kitchen = new RestaurantId("BW-kitchen");
        EncodedEvent good = OrderEventCodec.encode(
                order(kitchen, 1, OrderState.PLACED, now, null));
        Counter unreadable = SetAside.of(OrderTopic.NAME, meters);
        double before = unreadable.count();

        OrderServiceFixture.publish(new EncodedEvent(OrderTopic.NAME, good.partition(), good.key(),
                good.headers(), "rubbish".getBytes(StandardCharsets.UTF_8)));
        OrderServiceFixture.publish(good);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> tables().figures("BW").containsKey(kitchen));
        // By the figures, and by those who tell who watches.
        await().until(() -> unreadable.count() == before + 2);
    }

    @Test
    void sweepRemovesWhatIsOldAndChangesNoFigure() {
        RestaurantId kitchen = new RestaurantId("CM-kitchen");
        Instant old = now.minus(Duration.ofDays(34));
        OrderChanged ended = order(kitchen, 5, OrderState.DELIVERED, old, 4);
        OrderChanged stuck = order(kitchen, 2, OrderState.ACCEPTED, old, null);
        OrderChanged placed = order(kitchen, 1, OrderState.PLACED, now, null);
        List.of(ended, stuck, placed).forEach(this::apply);
        database.sql("update counted_order set changed_at = now() - interval '37 days'"
                + " where restaurant_id = 'CM-kitchen' and placed_at < now() - interval '30 days'")
                .then().block();
        JsonNode before = item("ids=CM-kitchen");

        sweep.sweep().block();

        assertThat(tables().figures("CM").get(kitchen)).isEqualTo(
                new Recount(Map.of(day(now), 1L), 2, 4, 1));
        assertThat(tables().count("counted_order where restaurant_id = 'CM-kitchen'")).isEqualTo(2);
        assertThat(tables().count("restaurant_popularity where restaurant_id = 'CM-kitchen'"
                + " and order_count = 1")).isEqualTo(1);
        assertThat(item("ids=CM-kitchen")).isEqualTo(before);
        assertThat(before.get("orderCount").asLong()).isEqualTo(1);
    }

    @Test
    void popularAreTheTenMostOrderedOfTheWellRated() {
        for (int kitchen = 1; kitchen <= 12; kitchen++) {
            placeAndRate("DZ-%02d".formatted(kitchen), kitchen % 6 + 1, 5);
        }
        placeAndRate("DZ-less-good", 9, 4);
        placeAndRate("DZ-half-and-half", 8, 4, 5);
        placeAndRate("DJ-abroad", 20, 5);

        assertThat(read("country=DZ").get("items").valueStream()
                .map(item -> item.get("restaurantId").asString())).containsExactly(
                        "DZ-half-and-half", "DZ-05", "DZ-11", "DZ-04", "DZ-10", "DZ-03", "DZ-09",
                        "DZ-02", "DZ-08", "DZ-01");
        assertThat(read("country=ZZ").get("items")).isEmpty();
    }

    @Test
    void itemsComeInTheOrderOfTheIdsWithZerosForTheUnknown() {
        placeAndRate("EG-b", 3, 4, 5, 5);

        assertThat(read("ids=EG-nobody,EG-b,EG-nobody").get("items").toString()).isEqualTo("""
                [{"restaurantId":"EG-nobody","orderCount":0,"rating":null,"ratingCount":0,\
                "openOrders":0,"waitingMinutes":null},\
                {"restaurantId":"EG-b","orderCount":3,"rating":4.66,"ratingCount":3,\
                "openOrders":0,"waitingMinutes":null},\
                {"restaurantId":"EG-nobody","orderCount":0,"rating":null,"ratingCount":0,\
                "openOrders":0,"waitingMinutes":null}]""");
    }

    @Test
    void waitingTimeFollowsTheKitchensPace() {
        RestaurantId kitchen = new RestaurantId("ET-kitchen");
        Instant placed = Instant.now().minus(Duration.ofMinutes(50));
        for (int order = 0; order < 6; order++) {
            apply(new OrderChanged(UUID.randomUUID(), kitchen, 4, OrderState.READY, naira(1),
                    placed, placed.plus(Duration.ofMinutes(25)), null));
        }
        assertThat(item("ids=ET-kitchen").get("waitingMinutes").asInt()).isEqualTo(25);

        for (int order = 0; order < 4; order++) {
            apply(order(kitchen, 2, OrderState.ACCEPTED, placed, null));
        }
        apply(order(kitchen, 2, OrderState.ACCEPTED, placed.minus(Duration.ofHours(4)), null));

        assertThat(item("ids=ET-kitchen").get("waitingMinutes").asInt()).isEqualTo(40);
        assertThat(item("ids=ET-kitchen").get("openOrders").asInt()).isEqualTo(11);
        apply(order(kitchen, 2, OrderState.ACCEPTED, placed.minus(Duration.ofDays(1)), null));
        assertThat(item("ids=ET-kitchen").get("openOrders").asInt()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ids=", "ids=suya", "country=ng", "ids=NG-a&country=NG",
            "country=NG&country=KE", "ids=NG-%C3%B6", "ids=%00"})
    void whatCannotBeAskedIsRefused(String query) {
        OrderServiceFixture.customer(port).get().uri("/api/v1/popularity?" + query).exchange()
                .expectStatus().isBadRequest()
                .expectHeader().contentType("application/problem+json");
    }

    @Test
    void primaryAnswersWhileItsReplicaIsBehind() throws SQLException {
        await().atMost(Duration.ofSeconds(20)).until(() -> servedByReplicaAfterReading());
        assertThat(answer("country=ER").get("ageMillis").asLong()).isLessThanOrEqualTo(2_000);

        onReplica("select pg_wal_replay_pause()");
        try {
            placeAndRate("ER-kitchen", 2, 5);
            assertThat(item("country=ER").get("orderCount").asLong()).isEqualTo(2);
            assertThat(servedByReplicaAfterReading()).isFalse();
        } finally {
            onReplica("select pg_wal_replay_resume()");
        }
    }

    private void assertAnswers(List<RestaurantId> restaurants,
            Map<RestaurantId, Recount> expected, Map<RestaurantId, Recount> ofLastDay) {
        String ids = String.join(",", restaurants.stream().map(RestaurantId::value).toList());
        JsonNode items = read("ids=" + ids).get("items");
        for (int i = 0; i < restaurants.size(); i++) {
            Recount recount = Objects.requireNonNull(expected.get(restaurants.get(i)));
            JsonNode item = items.get(i);
            assertThat(item.get("orderCount").asLong()).isEqualTo(
                    recount.days().values().stream().mapToLong(Long::longValue).sum());
            assertThat(item.get("openOrders").asLong()).isEqualTo(
                    ofLastDay.getOrDefault(restaurants.get(i), NOTHING).open());
            assertThat(item.get("ratingCount").asLong()).isEqualTo(recount.ratings());
        }
    }

    private JsonNode item(String query) {
        JsonNode items = read(query).get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** Reads until the answer is as of now: whatever was committed until now has to be in it. */
    private JsonNode read(String query) {
        Instant least = tables().now();
        return await().until(() -> answer(query), answer -> !Instant
                .parse(answer.get("asOf").asString())
                .isBefore(least.truncatedTo(ChronoUnit.MILLIS)));
    }

    private JsonNode answer(String query) {
        return Objects.requireNonNull(OrderServiceFixture.customer(port)
                .get().uri("/api/v1/popularity?" + query).exchange()
                .expectStatus().isOk()
                .expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    private boolean servedByReplicaAfterReading() {
        double before = meters.counter(PopularityReads.READS, "from", "replica").count();
        answer("country=ER");
        return meters.counter(PopularityReads.READS, "from", "replica").count() > before;
    }

    private static void onReplica(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(REPLICA.jdbcUrl("postgres"),
                REPLICA.username(), REPLICA.password());
                Statement call = connection.createStatement()) {
            call.execute(statement);
        }
    }

    private void placeAndRate(String kitchen, int orders, int... stars) {
        RestaurantId id = new RestaurantId(kitchen);
        for (int order = 0; order < orders; order++) {
            Integer rating = order < stars.length ? (Integer) stars[order] : null;
            apply(order(id, 6, OrderState.DELIVERED, now, rating));
        }
    }

    private static OrderChanged order(RestaurantId kitchen, int revision, OrderState state,
            Instant at, @Nullable Integer stars) {
        return new OrderChanged(UUID.randomUUID(), kitchen, revision, state, naira(1), at, at,
                stars);
    }

    private void apply(OrderChanged event) {
        counts.apply(event).block();
    }

    private static void publish(OrderChanged event) {
        OrderServiceFixture.publish(OrderEventCodec.encode(event));
    }

    private static List<RestaurantId> restaurants(String country, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new RestaurantId(country + "-kitchen-" + number)).toList();
    }

    private PopularityTables tables() {
        return new PopularityTables(database);
    }

    private MessageListenerContainer listener() {
        return Objects.requireNonNull(
                listeners.getListenerContainer(KafkaOrderEvents.LISTENER));
    }

    /** What a consumer finds that was killed before it told Kafka how far it had come. */
    private void forgetOffsets() {
        Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
        for (int partition = 0; partition < OrderTopic.PARTITIONS; partition++) {
            beginning.put(new TopicPartition(OrderTopic.NAME, partition),
                    new OffsetAndMetadata(0));
        }
        String group = Objects.requireNonNull(listener().getGroupId());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers",
                EmbeddedServers.kafka().bootstrapServers()))) {
            await().ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets(group, beginning).all().get();
                return true;
            });
        }
    }

    private double events(String outcome) {
        return meters.counter(KafkaOrderEvents.EVENTS, "outcome", outcome).count();
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
