package carte.kit.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.event.MenuSighted;
import carte.contracts.event.SightingTopic;
import carte.contracts.fixture.Menus;
import carte.contracts.menu.MenuVersion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaSightingsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MockProducer<String, byte[]> kafka = producer(true);
    private final AtomicBoolean away = new AtomicBoolean();
    private KafkaSightings sightings = sightings(() -> kafka);

    @AfterEach
    void close() {
        sightings.close();
    }

    @Test
    void tellsWhatItIsTold() {
        for (int version = 1; version <= 100; version++) {
            sightings.tell(sighting(version));
        }
        await().until(() -> count("carte.sightings.told") == 100);
        assertThat(kafka.history()).hasSize(100).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo(SightingTopic.NAME);
            assertThat(record.key()).isEqualTo(Menus.MAMA_PUT.value());
        });
        assertThat(count("carte.sightings.lost")).isZero();
    }

    @Test
    void neverWaitsForAKafkaThatIsAwayAndCountsWhatHasNoRoom() {
        away.set(true);
        sightings = sightings(() -> {
            if (away.get()) {
                throw new KafkaException("away");
            }
            return kafka;
        });
        for (int version = 1; version <= 10_007; version++) {
            sightings.tell(sighting(version));
        }
        assertThat(count("carte.sightings.lost")).isEqualTo(7);

        away.set(false);
        await().until(() -> count("carte.sightings.told") == 10_000);
    }

    @Test
    void whatKafkaRefusesIsGoneAndTheNextArrives() {
        MockProducer<String, byte[]> slow = producer(false);
        sightings = sightings(() -> slow);
        sightings.tell(sighting(1));
        sightings.tell(sighting(2));
        await().until(() -> slow.history().size() == 2);
        slow.errorNext(new TimeoutException("the topic is missing"));
        slow.completeNext();
        sightings.tell(sighting(3));
        await().until(slow::completeNext);

        assertThat(count("carte.sightings.lost")).isEqualTo(1);
        assertThat(count("carte.sightings.told")).isEqualTo(2);
    }

    @Test
    void aProducerThatThrowsIsReplaced() {
        MockProducer<String, byte[]> broken = producer(true);
        broken.sendException = new IllegalStateException("surprise");
        sightings = sightings(() -> away.getAndSet(true) ? kafka : broken);
        sightings.tell(sighting(1));
        sightings.tell(sighting(2));

        await().until(() -> count("carte.sightings.told") == 1);
        assertThat(count("carte.sightings.lost")).isEqualTo(1);
        assertThat(broken.closed()).isTrue();
    }

    @Test
    void whatIsToldAfterTheEndIsGone() {
        sightings.tell(sighting(1));
        sightings.close();
        sightings.tell(sighting(2));

        assertThat(count("carte.sightings.told")).isEqualTo(1);
        assertThat(count("carte.sightings.lost")).isEqualTo(1);
    }

    private KafkaSightings sightings(Supplier<Producer<String, byte[]>> producers) {
        return new KafkaSightings(producers, registry);
    }

    private static MockProducer<String, byte[]> producer(boolean completing) {
        return new MockProducer<>(completing, null, new StringSerializer(),
                new ByteArraySerializer());
    }

    private static MenuSighted sighting(long version) {
        return new MenuSighted(Menus.MAMA_PUT, new MenuVersion(version), "west", Menus.PUBLISHED,
                MenuSighted.Stage.GATEWAY_SEEN, "gateway-1", Menus.PUBLISHED);
    }

    private double count(String counter) {
        return registry.get(counter).counter().count();
    }
}
