package carte.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.EncodedEvent;
import carte.embedded.EmbeddedServers;
import carte.kit.postgres.PostgresDatabase;
import carte.kit.postgres.PostgresSettings;
import io.r2dbc.pool.ConnectionPool;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The outbox and its relay on a real database and a real broker. */
class OutboxRelayIT {

    private static final String KAFKA = EmbeddedServers.kafka().bootstrapServers();
    private static final RelaySettings QUICK = new RelaySettings(Duration.ofSeconds(3),
            Duration.ofMillis(200), Duration.ofMillis(5), Duration.ofMillis(50), 100);

    private final String name = "test-" + UUID.randomUUID();
    private final List<AutoCloseable> open = new ArrayList<>();
    private DataSource source;
    private Outbox outbox;
    private TransactionalOperator transaction;

    @BeforeEach
    void createOutboxAndTopic() throws Exception {
        var postgres = EmbeddedServers.postgres();
        String database = EmbeddedServers.freshDatabase("outbox");
        var settings = new PostgresSettings(
                postgres.r2dbcUrl(database), postgres.username(), postgres.password(), 5);
        var opened = new PostgresDatabase(settings);
        opened.migrate(Outbox.MIGRATIONS);
        source = opened.dataSource();
        ConnectionPool pool = opened.connectionPool();
        open.add(pool::dispose);
        outbox = new Outbox(DatabaseClient.create(pool));
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

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

        await().untilAsserted(() -> assertThat(holder()).isEqualTo("nobody"));
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
            assertThat(database.pending(100)).hasSize(4);
            assertThat(database.pending(3)).hasSize(3);
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
            inHand = database.pending(10);
        }
        try (FencedPublisher frozen = FencedPublisher.open(producers().get());
                FencedPublisher successor = FencedPublisher.open(producers().get())) {
            successor.publish(inHand);

            assertThatThrownBy(() -> frozen.publish(inHand)).isInstanceOf(KafkaException.class);
        }
        assertThat(versions("jollof")).containsExactly(1);
    }

    private OutboxRelay relay(String holder, Supplier<Producer<String, byte[]>> producers) {
        OutboxRelay relay = new OutboxRelay(name, holder, source, producers, QUICK);
        open.add(relay);
        return relay;
    }

    private Supplier<Producer<String, byte[]>> producers() {
        return RelayProducers.of(KAFKA, name);
    }

    private void append(String key, int version) {
        transaction.transactional(outbox.append(event(key, version))).block();
    }

    private EncodedEvent event(String key, int version) {
        return new EncodedEvent(name, key.equals("jollof") ? 1 : 0, key,
                Map.of("ce_id", key + "/" + version),
                Integer.toString(version).getBytes(StandardCharsets.UTF_8));
    }

    private List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private List<Integer> versions(String key) {
        return records().stream()
                .filter(record -> record.key().equals(key))
                .map(record -> Integer.valueOf(new String(record.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<TopicPartition> partitions = List.of(new TopicPartition(name, 0),
                new TopicPartition(name, 1));
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private int pending() throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement()
                        .executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String holder() throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement()
                        .executeQuery("select holder from relay_lease")) {
            return rows.next() ? rows.getString(1) : "nobody";
        }
    }
}
