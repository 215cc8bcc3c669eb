package carte.order.restaurants;

import static carte.order.MamaPut.freshKitchen;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.event.RestaurantChanged;
import carte.contracts.event.RestaurantEventCodec;
import carte.contracts.event.RestaurantTopic;
import carte.contracts.menu.RestaurantId;
import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.ServiceHours.Day;
import carte.contracts.restaurant.OpeningHours;
import carte.contracts.restaurant.SpecialDay;
import carte.embedded.EmbeddedServers;
import carte.kit.postgres.PostgresDatabase;
import carte.kit.postgres.PostgresSettings;
import carte.order.MamaPut;
import carte.order.listening.SetAside;
import carte.order.listening.WriteOutage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** The copies of the restaurants in a real database, however their events come. */
class RestaurantCopiesIT {

    private static final ConnectionPool CONNECTIONS = freshDatabase();

    private final RestaurantCopies copies = new PostgresRestaurantCopies(
            DatabaseClient.create(CONNECTIONS));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KafkaRestaurantEvents events = new KafkaRestaurantEvents(
            copies, new WriteOutage(), meters);
    private final RestaurantId kitchen = freshKitchen();

    private static ConnectionPool freshDatabase() {
        var postgres = EmbeddedServers.postgres();
        PostgresDatabase database = new PostgresDatabase(new PostgresSettings(
                postgres.r2dbcUrl(EmbeddedServers.freshDatabase("orders")),
                postgres.username(), postgres.password(), 4));
        database.migrate("classpath:carte/order/database/migration");
        return database.connectionPool();
    }

    @AfterAll
    static void close() {
        CONNECTIONS.dispose();
    }

    @Test
    void redeliveredAndReorderedEventsGiveTheSameCopy() {
        for (int seed = 0; seed < 10; seed++) {
            RestaurantId shuffled = freshKitchen();
            List<Integer> revisions = new ArrayList<>();
            for (int revision = 1; revision <= 12; revision++) {
                revisions.addAll(List.of(revision, revision));
            }
            Collections.shuffle(revisions, new Random(seed));

            revisions.forEach(revision -> events.receive(record(shuffled, revision)));

            assertThat(find(shuffled)).isEqualTo(hours(12));
        }
    }

    @Test
    void keepsAllThatAnEventTells() {
        OpeningHours hours = new OpeningHours(ZoneId.of("Africa/Cairo"),
                List.of(new ServiceHours(List.of(Day.MON, Day.FRI), LocalTime.of(20, 0),
                        LocalTime.of(2, 30))),
                List.of(new SpecialDay(LocalDate.of(2026, 12, 25), true, List.of())),
                MamaPut.NOON);

        assertThat(copies.apply(kitchen, 1, hours).block()).isTrue();

        assertThat(find(kitchen)).isEqualTo(hours);
    }

    @Test
    void whatAnOwnerToldWithoutRevisionGivesWayToEveryEvent() {
        assertThat(copies.apply(kitchen, 0, hours(5)).block()).isTrue();
        assertThat(copies.apply(kitchen, 0, hours(6)).block()).isFalse();

        events.receive(record(kitchen, 1));

        assertThat(find(kitchen)).isEqualTo(hours(1));
        assertThat(meters.counter("carte.order.restaurant.events", "outcome", "applied").count())
                .isEqualTo(1);
    }

    @Test
    void recordThatCannotBeReadIsSetAsideAndTheNextOneArrives() {
        events.receive(new ConsumerRecord<>(RestaurantTopic.NAME, 0, 0L, kitchen.value(),
                "rubbish".getBytes(StandardCharsets.UTF_8)));
        events.receive(record(kitchen, 2));

        assertThat(find(kitchen)).isEqualTo(hours(2));
        assertThat(SetAside.of(RestaurantTopic.NAME, meters).count()).isEqualTo(1);
    }

    private OpeningHours find(RestaurantId id) {
        return copies.find(id).blockOptional(Duration.ofSeconds(10)).orElseThrow();
    }

    private static OpeningHours hours(int revision) {
        return new OpeningHours(
                ZoneId.of("Africa/Lagos"), List.of(), List.of(),
                MamaPut.NOON.plusSeconds(revision));
    }

    private static ConsumerRecord<String, byte[]> record(RestaurantId id, int revision) {
        var event = RestaurantEventCodec.encode(
                new RestaurantChanged(id, revision, "west", MamaPut.NOON, hours(revision)));
        var record = new ConsumerRecord<>(
                event.topic(), event.partition(), 0L, event.key(), event.body());
        event.headers().forEach((name, value) -> record.headers()
                .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
