package carte.menu;

import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.EncodedEvent;
import carte.contracts.event.MenuSighted;
import carte.contracts.event.MenuSightingCodec;
import carte.contracts.event.SightingTopic;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import carte.kit.kafka.Topics;
import carte.menu.MenuApi.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How far a version has come, as others tell it through Kafka. */
class PropagationIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();
    private static final String KAFKA = EmbeddedServers.kafka().bootstrapServers();
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void everyInstanceTellsWhatWasSeenAlsoOneThatIsStartedLater() throws Exception {
        String id = API.createMamaPutWithMenu();
        Instant made = Instant.parse(of(API, id, 2).at("/committedAt").stringValue());
        SERVICE.query("west", "update menu_version set trace_id = 'cafe' where restaurant_id = ?"
                + " and version = 2 returning trace_id", id);
        double unreadable = unreadable();

        send(new EncodedEvent(SightingTopic.NAME, 0, id, Map.of(), new byte[]{1}));
        tell(id, made, MenuSighted.Stage.REDIS_APPLIED, "cache-invalidator", made.plusMillis(700));
        tell(id, made, MenuSighted.Stage.GATEWAY_SEEN, "gateway-2", made.plusMillis(900));
        tell(id, made, MenuSighted.Stage.GATEWAY_SEEN, "gateway-1", made.plusMillis(800));
        tell(id, made, MenuSighted.Stage.GATEWAY_SEEN, "gateway-1", made.plusMillis(5_000));

        JsonNode whole = await().atMost(LONG).until(() -> of(API, id, 2), PropagationIT::isWhole);
        assertThat(whole.propertyNames()).containsExactly("version", "committedAt",
                "kafkaAckedAt", "redisAppliedAt", "gateways", "traceId");
        assertThat(whole.at("/version").longValue()).isEqualTo(2);
        assertThat(Instant.parse(whole.at("/kafkaAckedAt").stringValue())).isAfterOrEqualTo(made);
        assertThat(whole.at("/redisAppliedAt").stringValue())
                .isEqualTo(made.plusMillis(700).toString());
        assertThat(whole.at("/gateways").toString()).isEqualTo("""
                [{"instance":"gateway-1","seenAt":"%s"},{"instance":"gateway-2","seenAt":"%s"}]"""
                .formatted(made.plusMillis(800), made.plusMillis(900)));
        assertThat(whole.at("/traceId").stringValue()).isEqualTo("cafe");
        assertThat(unreadable()).isEqualTo(unreadable + 1);

        try (RunningMenuService later = SERVICE.another("carte.relay.enabled=false")) {
            MenuApi api = later.api();
            await().atMost(LONG).untilAsserted(
                    () -> assertThat(of(api, id, 2)).isEqualTo(whole));
        }
    }

    @Test
    void theFirstVersionHasAWayToo() {
        String id = API.createMamaPut();
        await().atMost(LONG).until(() -> !of(API, id, 1).at("/kafkaAckedAt").isNull());
    }

    @Test
    void ofWhatIsNotKnownAnyMoreTheHistoryIsTold() {
        String id = API.createMamaPut();
        SERVICE.query("west", "insert into menu_version select restaurant_id, 70, published_at"
                + " - interval '1 year', author, change, document, 'beef' from menu_version"
                + " where restaurant_id = ? returning version", id);

        JsonNode old = of(API, id, 70);

        assertThat(old.at("/committedAt").isNull()).isFalse();
        assertThat(old.at("/traceId").stringValue()).isEqualTo("beef");
        assertThat(old.at("/kafkaAckedAt").isNull()).isTrue();
        assertThat(old.at("/redisAppliedAt").isNull()).isTrue();
        assertThat(old.at("/gateways").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "-1", "one", "2.0", "99999999999999999999"})
    void aVersionThatIsNotInTheHistoryIsNotFound(String version) {
        Answer answer = API.get(path(API.createMamaPut(), version));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/type").stringValue())
                .isEqualTo("urn:problem:carte:version-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NG-nobody", "XX-nobody", "nobody"})
    void aRestaurantThatIsNotThereIsNotFound(String id) {
        Answer answer = API.get(path(id, "1"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/type").stringValue())
                .isEqualTo("urn:problem:carte:restaurant-not-found");
    }

    @Test
    void changesGoOnWithoutTheTopicAndAreSeenAgainWithIt() throws Exception {
        String id = API.createMamaPutWithMenu();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.deleteTopics(List.of(SightingTopic.NAME)).all().get(20, TimeUnit.SECONDS);
        }

        Answer unseen = API.patch(id, "suya", "{\"name\": \"Beef suya\"}");
        assertThat(unseen.status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(SERVICE.query("west",
                "select position from outbox where key = ?", id)).isEmpty());
        assertThat(of(API, id, 3).at("/committedAt").stringValue())
                .isEqualTo(unseen.json().at("/publishedAt").stringValue());

        new Topics(KAFKA, (short) 1).ensure();
        // The first may still fail, as long as Kafka's clients have not found the topic again.
        AtomicInteger name = new AtomicInteger();
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).until(() -> {
            long before = 3L + name.get();
            API.patch(id, "suya", "{\"name\": \"Suya " + name.incrementAndGet() + "\"}");
            return !of(API, id, before).at("/kafkaAckedAt").isNull();
        });
    }

    private static boolean isWhole(JsonNode propagation) {
        return !propagation.at("/kafkaAckedAt").isNull()
                && !propagation.at("/redisAppliedAt").isNull()
                && propagation.at("/gateways").size() == 2;
    }

    private static JsonNode of(MenuApi api, String id, long version) {
        Answer answer = api.get(path(id, Long.toString(version)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String path(String id, String version) {
        return menuOf(id) + "/versions/" + version + "/propagation";
    }

    private static double unreadable() {
        return SERVICE.bean(MeterRegistry.class).get("carte.propagation.unreadable").counter()
                .count();
    }

    private static void tell(String id, Instant made, MenuSighted.Stage stage, String instance,
            Instant at) throws Exception {
        send(MenuSightingCodec.encode(new MenuSighted(new RestaurantId(id), new MenuVersion(2),
                "west", made, stage, instance, at)));
    }

    private static void send(EncodedEvent event) throws Exception {
        var record = new ProducerRecord<>(
                event.topic(), event.partition(), event.key(), event.body());
        event.headers().forEach((name, value) -> record.headers()
                .add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", KAFKA),
                new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(record).get(20, TimeUnit.SECONDS);
        }
    }
}
