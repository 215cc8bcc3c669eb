package carte.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.EncodedEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What the relay tells readers of how far it has come. */
class RelayWatermarksIT extends RealOutbox {

    @Test
    void aWatermarkStandsBehindAllThatWasAcknowledgedBeforeIt() throws Exception {
        relay("a", producers(), this::marks).start();
        Map<Integer, Instant> acknowledged = new HashMap<>();
        for (int version = 1; version <= 200; version++) {
            append("jollof", version);
            acknowledged.put(version, databaseTime());
        }
        Instant end = databaseTime();
        await().untilAsserted(() -> assertThat(marksIn(1).getLast()).isAfter(end));

        int seen = 0;
        int checked = 0;
        for (ConsumerRecord<String, byte[]> record : records(1)) {
            if (record.key().equals("jollof")) {
                seen = Integer.parseInt(text(record));
            } else {
                Instant missing = acknowledged.get(seen + 1);
                assertThat(missing == null || !missing.isBefore(Instant.parse(text(record))))
                        .as("version %s was acknowledged before %s", seen + 1, text(record))
                        .isTrue();
                checked++;
            }
        }
        assertThat(seen).isEqualTo(200);
        assertThat(checked).isPositive();
        assertThat(marksIn(0)).isNotEmpty();
    }

    @Test
    void restsBetweenWatermarksAlsoWhereThereAreNone() {
        List<Instant> asked = new CopyOnWriteArrayList<>();

        relay("a", producers(), time -> {
            asked.add(time);
            return List.of();
        }).start();

        await().until(() -> asked.size() >= 5);
        assertThat(Duration.between(asked.getFirst(), asked.get(4)))
                .isGreaterThanOrEqualTo(QUICK.watermarkInterval().multipliedBy(4));
    }

    @Test
    void anOpenTransactionDoesNotHoldWatermarksBackAndFollowsThem() throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("insert into outbox (topic, partition, key, headers, body)"
                        + " values ('" + name + "', 1, 'late', '{}', '1')");
            }
            Instant open = databaseTime();
            relay("a", producers(), this::marks).start();
            await().untilAsserted(() -> assertThat(marksIn(1)).isNotEmpty()
                    .last(InstanceOfAssertFactories.INSTANT).isAfter(open));
            assertThat(versions("late")).isEmpty();
            connection.commit();
        }
        Instant committed = databaseTime();

        await().untilAsserted(() -> assertThat(marksIn(1).getLast()).isAfter(committed));
        List<ConsumerRecord<String, byte[]>> records = records(1);
        int late = records.stream().map(ConsumerRecord::key).toList().indexOf("late");
        assertThat(records.subList(0, late)).isNotEmpty().allSatisfy(
                mark -> assertThat(Instant.parse(text(mark))).isBefore(committed));
        // Its timestamp is when it was found, not when it was written.
        assertThat(records.get(late).timestamp())
                .isGreaterThan(Instant.parse(text(records.getFirst())).toEpochMilli());
    }

    @Test
    void noRecordLooksEarlierThanItsCommit() throws Exception {
        append("jollof", 1);
        Instant committed = databaseTime();
        relay("a", producers()).start();

        await().untilAsserted(() -> assertThat(records()).hasSize(1));
        assertThat(Instant.ofEpochMilli(records().getFirst().timestamp())).isAfter(committed);
    }

    private List<EncodedEvent> marks(Instant time) {
        return IntStream.range(0, 2).mapToObj(partition -> new EncodedEvent(name, partition, "mark",
                Map.of(), time.toString().getBytes(StandardCharsets.UTF_8))).toList();
    }

    private List<Instant> marksIn(int partition) {
        return records(partition).stream()
                .filter(record -> record.key().equals("mark"))
                .map(record -> Instant.parse(text(record)))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(int partition) {
        return records().stream().filter(record -> record.partition() == partition).toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
