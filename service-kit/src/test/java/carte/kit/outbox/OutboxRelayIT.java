package carte.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.EncodedEvent;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The outbox and its relay on a real database and a real broker. */
class OutboxRelayIT extends RealOutbox {

    @Test
    void publishesEveryEventInOrderAndEmptiesTheOutbox() throws Exception {
        for (int version = 1; version <= 300; version++) {
            append("jollof", version);
            append("suya", version);
        }

        relay("a", producers()).start();

        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(versions("jollof")).containsExactlyElementsOf(upTo(300));
        assertThat(versions("suya")).containsExactlyElementsOf(upTo(300));
    }

    @Test
    void tellsWhatWaitsWhileNobodyPublishesAndWhatWasPublished() throws Exception {
        append("jollof", 1);
        append("suya", 1);
        Supplier<Producer<String, byte[]>> away = () -> {
            throw new KafkaException("away");
        };
        OutboxRelay stuck = relay("a", away);
        stuck.start();

        await().until(() -> meters.get("carte.outbox.depth").gauge().value() == 2);
        assertThat(meters.get("carte.outbox.age").timeGauge().value(TimeUnit.SECONDS))
                .isPositive().isLessThan(60);
        assertThat(meters.get("carte.outbox.measured").timeGauge().value(TimeUnit.SECONDS))
                .isLessThan(60);
        stuck.close();
        meters.clear();
        relay("b", producers()).start();
        await().until(() -> meters.get("carte.outbox.lease").gauge().value() == 1);
        await().until(() -> meters.get("carte.outbox.published").counter().count() == 2);
        await().until(() -> meters.get("carte.outbox.depth").gauge().value() == 0);
    }

    @Test
    void publishesWhatIsCommittedLaterWhenItIsWoken() {
        OutboxRelay relay = relay("a", producers());
        relay.start();

        append("jollof", 1);
        relay.wake();

        await().untilAsserted(() -> assertThat(versions("jollof")).containsExactly(1));
    }

    @Test
    void keepsHeadersAndBody() {
        append("jollof", 7);
        relay("a", producers()).start();

        await().untilAsserted(() -> assertThat(records()).hasSize(1));
        ConsumerRecord<String, byte[]> record = records().getFirst();
        assertThat(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .isEqualTo("jollof/7");
        assertThat(record.partition()).isEqualTo(1);
    }

    @Test
    void forgetsEventsOfTransactionsThatRolledBack() throws Exception {
        Mono<Object> failing = outbox.append(event("jollof", 1))
                .then(Mono.error(new IllegalStateException("changed my mind")));

        assertThatThrownBy(() -> transaction.transactional(failing).block())
                .hasMessage("changed my mind");

        assertThat(pending()).isZero();
    }

    @Test
    void keepsEventsUntilKafkaTakesThem() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Supplier<Producer<String, byte[]>> unreliable = () -> {
            if (tries.incrementAndGet() <= 2) {
                throw new KafkaException("not yet");
            }
            return producers().get();
        };
        append("jollof", 1);
        append("jollof", 2);

        relay("a", unreliable).start();

        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(versions("jollof")).containsExactly(1, 2);
    }

    @Test
    void goesOnAfterAnErrorThatNobodyForesaw() {
        AtomicInteger tries = new AtomicInteger();
        Supplier<Producer<String, byte[]>> surprising = () -> {
            if (tries.incrementAndGet() == 1) {
                throw new UnsupportedOperationException("surprise");
            }
            return producers().get();
        };
        append("jollof", 1);

        relay("a", surprising).start();

        await().untilAsserted(() -> assertThat(versions("jollof")).containsExactly(1));
    }

    @Test
    void handsTheLeaseOverWhenItsThreadEnds() {
        relay("a", () -> {
            throw new AssertionError("the end of this thread");
        }).start();
        append("jollof", 1);

        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(holder()).isEqualTo("nobody"));
        relay("b", producers()).start();

        await().untilAsserted(() -> assertThat(versions("jollof")).containsExactly(1));
    }

    @Test
    void takesLargeEventsAFewAtATime() throws Exception {
        byte[] megabyte = new byte[1024 * 1024];
        for (int version = 1; version <= 10; version++) {
            transaction.transactional(outbox.append(new EncodedEvent(
                    name, 1, "jollof", Map.of("ce_id", "jollof/" + version), megabyte))).block();
        }
        try (RelayDatabase database = new RelayDatabase(source)) {
            assertThat(database.scan(100).events()).hasSize(4);
            assertThat(database.scan(100).whole()).as("more bytes were left").isFalse();
            assertThat(database.scan(3).events()).hasSize(3);
            assertThat(database.scan(10).whole()).as("more rows may be left").isFalse();
        }

        relay("a", producers()).start();

        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(records()).hasSize(10);
    }

    @Test
    void onlyOneOfTwoRelaysPublishes() throws SQLException {
        OutboxRelay first = relay("a", producers());
        first.start();
        append("jollof", 1);
        await().untilAsserted(() -> assertThat(versions("jollof")).containsExactly(1));

        relay("b", producers()).start();
        append("jollof", 2);

        await().untilAsserted(() -> assertThat(versions("jollof")).containsExactly(1, 2));
        assertThat(holder()).isEqualTo("a");
    }

    @Test
    void takesOverWhenTheHolderIsGone() throws Exception {
        try (RelayDatabase gone = new RelayDatabase(source)) {
            assertThat(gone.acquire(name, "gone", Duration.ofSeconds(1))).isTrue();
        }
        append("jollof", 1);

        relay("b", producers()).start();

        await().untilAsserted(() -> assertThat(versions("jollof")).containsExactly(1));
        assertThat(holder()).isEqualTo("b");
    }

    @Test
    void handsTheLeaseOverAtOnceWhenItCloses() throws Exception {
        OutboxRelay first = relay("a", producers());
        first.start();
        await().untilAsserted(() -> assertThat(holder()).isEqualTo("a"));

        first.close();

        try (RelayDatabase other = new RelayDatabase(source)) {
            assertThat(other.acquire(name, "b", Duration.ofSeconds(1))).isTrue();
        }
    }

    @Test
    void refusesALeaseThatAnotherHolds() throws Exception {
        try (RelayDatabase database = new RelayDatabase(source)) {
            assertThat(database.acquire(name, "a", Duration.ofMinutes(1))).isTrue();
            assertThat(database.acquire(name, "b", Duration.ofMinutes(1))).isFalse();
            assertThat(database.acquire(name, "a", Duration.ofMinutes(1))).isTrue();
        }
    }

    @Test
    void kafkaRefusesWhatAFencedPublisherStillHasInHand() throws Exception {
        append("jollof", 1);
        List<PendingEvent> inHand;
        try (RelayDatabase database = new RelayDatabase(source)) {
            inHand = database.scan(10).events();
        }
        try (FencedPublisher frozen = FencedPublisher.open(producers().get());
                FencedPublisher successor = FencedPublisher.open(producers().get())) {
            successor.publish(inHand, List.of(), Instant.now());

            assertThatThrownBy(() -> frozen.publish(inHand, List.of(), Instant.now()))
                    .isInstanceOf(KafkaException.class);
        }
        assertThat(versions("jollof")).containsExactly(1);
    }
}
