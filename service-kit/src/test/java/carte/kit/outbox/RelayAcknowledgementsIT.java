package carte.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What the relay tells of Kafka's acknowledgements. */
class RelayAcknowledgementsIT extends RealOutbox {

    @Test
    void tellsWhenKafkaHadEachEventByTheDatabasesClock() throws Exception {
        Map<String, Instant> acknowledged = new ConcurrentHashMap<>();
        Instant before = databaseTime();
        for (int version = 1; version <= 120; version++) {
            append("jollof", version);
        }

        relay("a", producers(), Watermarks.NONE, (event, at) -> acknowledged
                .put(event.headers().getOrDefault("ce_id", ""), at)).start();

        await().untilAsserted(() -> assertThat(acknowledged).hasSize(120));
        Instant after = databaseTime();
        assertThat(acknowledged.keySet()).contains("jollof/1", "jollof/120");
        assertThat(acknowledged.values())
                .allSatisfy(at -> assertThat(at).isAfter(before).isBefore(after));
    }

    @Test
    void aListenerThatFailsDoesNotStopIt() throws Exception {
        append("jollof", 1);
        relay("a", producers(), Watermarks.NONE, (_, _) -> {
            throw new IllegalStateException("nobody listens");
        }).start();
        append("jollof", 2);

        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(versions("jollof")).containsExactly(1, 2);
    }
}
