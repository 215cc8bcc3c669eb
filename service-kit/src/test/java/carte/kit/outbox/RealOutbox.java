package carte.kit.outbox;

import carte.contracts.event.EncodedEvent;
import carte.embedded.EmbeddedServers;
import carte.kit.postgres.PostgresDatabase;
import carte.kit.postgres.PostgresSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** An outbox in a real database and a topic of a real broker, and a relay between them. */
abstract class RealOutbox {

    static final String KAFKA = EmbeddedServers.kafka().bootstrapServers();
    static final RelaySettings QUICK = new RelaySettings(Duration.ofSeconds(3),
            Duration.ofMillis(200), Duration.ofMillis(5), Duration.ofMillis(50), 100,
            Duration.ofMillis(20));

    final String name = "test-" + UUID.randomUUID();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final List<AutoCloseable> open = new ArrayList<>();
    DataSource source;
    Outbox outbox;
    TransactionalOperator transaction;

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

    Instant databaseTime() throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet row = connection.createStatement()
                        .executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    OutboxRelay relay(String holder, Supplier<Producer<String, byte[]>> producers) {
        return relay(holder, producers, Watermarks.NONE);
    }

    OutboxRelay relay(
            String holder, Supplier<Producer<String, byte[]>> producers, Watermarks watermarks) {
        return relay(holder, producers, watermarks, Acknowledgements.NONE);
    }

    OutboxRelay relay(String holder, Supplier<Producer<String, byte[]>> producers,
            Watermarks watermarks, Acknowledgements acknowledgements) {
        OutboxRelay relay = new OutboxRelay(name, holder, source, producers, watermarks,
                acknowledgements, QUICK, meters);
        open.add(relay);
        return relay;
    }

    Supplier<Producer<String, byte[]>> producers() {
        return RelayProducers.of(KAFKA, name);
    }

    void append(String key, int version) {
        transaction.transactional(outbox.append(event(key, version))).block();
    }

    EncodedEvent event(String key, int version) {
        return new EncodedEvent(name, key.equals("jollof") ? 1 : 0, key,
                Map.of("ce_id", key + "/" + version),
                Integer.toString(version).getBytes(StandardCharsets.UTF_8));
    }

    List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    List<Integer> versions(String key) {
        return records().stream()
                .filter(record -> record.key().equals(key))
                .map(record -> Integer.valueOf(new String(record.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> records() {
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

    int pending() throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement()
                        .executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    String holder() throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement()
                        .executeQuery("select holder from relay_lease")) {
            return rows.next() ? rows.getString(1) : "nobody";
        }
    }
}
