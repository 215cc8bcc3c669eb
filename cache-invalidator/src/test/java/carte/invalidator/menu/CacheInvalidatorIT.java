package carte.invalidator.menu;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.cache.CacheEntry;
import carte.contracts.event.CloudEventHeaders;
import carte.contracts.event.DeadLetterHeaders;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuSighted;
import carte.contracts.event.MenuTopic;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.Records;
import carte.contracts.fixture.SightingLog;
import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

class CacheInvalidatorIT {

    private static final MenuTopicUnderTest TOPIC = new MenuTopicUnderTest();
    private static RunningInvalidator invalidator;

    private final RestaurantId mamaPut = Menus.freshRestaurant();

    @BeforeAll
    static void start() {
        invalidator = RunningInvalidator.start(TOPIC, EmbeddedServers.redis());
    }

    @AfterAll
    static void stop() {
        invalidator.close();
        TOPIC.close();
    }

    @Test
    void changeRefreshesMenuThatIsPresent() {
        invalidator.fill(mamaPut, 7);
        TOPIC.publish(mamaPut, 8);
        invalidator.awaitHeld(mamaPut, CacheEntry.Value.class, 8);
    }

    @Test
    void changeFloorsMenuThatIsNot() {
        TOPIC.publish(mamaPut, 8);
        invalidator.awaitHeld(mamaPut, CacheEntry.Floor.class, 8);
    }

    @Test
    void tellsOfEachChangeThatRedisHas() {
        TOPIC.publish(mamaPut, 8);
        TOPIC.publish(mamaPut, 9);

        List<MenuSighted> told = await().atMost(30, SECONDS).until(
                () -> SightingLog.of(mamaPut, TOPIC.bootstrapServers()), all -> all.size() == 2);
        assertThat(told).extracting(each -> each.version().number()).containsExactly(8L, 9L);
        assertThat(told).allSatisfy(each -> {
            assertThat(each.stage()).isEqualTo(MenuSighted.Stage.REDIS_APPLIED);
            assertThat(each.instance()).startsWith("cache-invalidator@");
            assertThat(each.at()).isAfterOrEqualTo(each.publishedAt());
        });
    }

    @Test
    void repeatedAndReorderedRecordsAreHarmless() {
        invalidator.fill(mamaPut, 6);
        double refreshed = invalidator.applied("refreshed");
        double repeats = invalidator.applied("already_applied");
        for (long version : new long[]{7, 8, 7, 8, 9, 8, 9, 7}) {
            TOPIC.publish(mamaPut, version);
        }
        await().atMost(30, SECONDS).until(
                () -> invalidator.applied("already_applied") == repeats + 5);
        assertThat(invalidator.applied("refreshed")).isEqualTo(refreshed + 3);
        invalidator.awaitHeld(mamaPut, CacheEntry.Value.class, 9);
    }

    @Test
    void unreadableRecordIsSetAsideAndTheNextOneArrives() {
        double setAside = invalidator.count("carte.invalidator.records.set.aside");
        invalidator.fill(mamaPut, 7);
        long offset = TOPIC.send(poisoned(mamaPut.value()));
        RestaurantId neighbour = neighbourOf(mamaPut);
        TOPIC.publish(neighbour, 3);

        invalidator.awaitHeld(neighbour, CacheEntry.Floor.class, 3);
        assertThat(invalidator.read(mamaPut)).isInstanceOf(CacheEntry.Floor.class);
        assertThat(invalidator.count("carte.invalidator.records.set.aside"))
                .isEqualTo(setAside + 1);
        assertThat(TOPIC.deadLetters(mamaPut.value())).singleElement().satisfies(letter -> {
            assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("poison");
            assertThat(header(letter, CloudEventHeaders.TYPE))
                    .isEqualTo(MenuEventCodec.MENU_CHANGED);
            assertThat(header(letter, "x-anything")).isEqualTo("kept");
            assertThat(header(letter, DeadLetterHeaders.REASON)).contains("cannot be read");
            assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(MenuTopic.NAME);
            assertThat(header(letter, DeadLetterHeaders.PARTITION))
                    .isEqualTo(Integer.toString(MenuTopic.partitionOf(mamaPut)));
            assertThat(header(letter, DeadLetterHeaders.OFFSET))
                    .isEqualTo(Long.toString(offset));
        });
    }

    @Test
    void unreadableRecordOfNoRestaurantIsSetAsideToo() {
        String key = "mama put " + mamaPut;
        TOPIC.send(poisoned(key));
        await().atMost(30, SECONDS).until(() -> TOPIC.deadLetters(key).size() == 1);
    }

    @Test
    void eventOfUnknownTypeIsSkippedAndCounted() {
        double unknown = invalidator.count("carte.invalidator.events.unknown");
        var record = Records.sent(MenuEventCodec.encode(
                Records.menuChanged(mamaPut, 8, Instant.now())));
        record.headers().remove(CloudEventHeaders.TYPE).add(CloudEventHeaders.TYPE,
                "carte.menu.renamed.v1".getBytes(StandardCharsets.UTF_8));
        TOPIC.send(record);
        TOPIC.publish(mamaPut, 9);
        invalidator.awaitHeld(mamaPut, CacheEntry.Floor.class, 9);
        assertThat(invalidator.count("carte.invalidator.events.unknown"))
                .isEqualTo(unknown + 1);
        assertThat(TOPIC.deadLetters(mamaPut.value())).isEmpty();
    }

    @Test
    void commitsWhatItApplied() {
        TOPIC.publish(mamaPut, 8);
        await().atMost(30, SECONDS).until(() -> TOPIC.committed(mamaPut) == TOPIC.end(mamaPut));
    }

    @Test
    void isNotReadyWhenTheListenerStopped() {
        var listener = Objects.requireNonNull(invalidator
                .bean(KafkaListenerEndpointRegistry.class)
                .getListenerContainer(KafkaMenuEvents.LISTENER));
        listener.stop();
        try {
            invalidator.get("/readyz").expectStatus().isEqualTo(503);
            invalidator.get("/livez").expectStatus().isOk();
        } finally {
            listener.start();
        }
        invalidator.get("/readyz").expectStatus().isOk();
    }

    @Test
    void tellsItsNumbers() {
        invalidator.metrics().expectBody(String.class)
                .value(text -> assertThat(text).contains(
                        "carte_invalidator_records_set_aside_total",
                        "carte_invalidator_events_applied_total{",
                        "carte_invalidator_partitions_waiting",
                        "carte_invalidator_commit_to_applied_seconds_bucket{"));
    }

    private static ProducerRecord<String, byte[]> poisoned(String key) {
        int partition = RestaurantId.parse(key).map(MenuTopic::partitionOf).orElse(0);
        var record = new ProducerRecord<>(MenuTopic.NAME, partition, key,
                "poison".getBytes(StandardCharsets.UTF_8));
        List.of(CloudEventHeaders.TYPE, CloudEventHeaders.SOURCE).forEach(name -> record
                .headers()
                .add(name, MenuEventCodec.MENU_CHANGED.getBytes(StandardCharsets.UTF_8)));
        record.headers().add("x-anything", "kept".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** Returns a restaurant whose events stand in the same partition. */
    private static RestaurantId neighbourOf(RestaurantId id) {
        RestaurantId other = Menus.freshRestaurant();
        while (MenuTopic.partitionOf(other) != MenuTopic.partitionOf(id)) {
            other = Menus.freshRestaurant();
        }
        return other;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
