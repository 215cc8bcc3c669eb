package carte.invalidator.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.InMemoryMenuCache;
import carte.contracts.cache.LogStep;
import carte.contracts.cache.MenuCache;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachePlacesTest {

    private static final TopicPartition PARTITION = new TopicPartition(MenuTopic.NAME, 3);
    private static final Watermark WATERMARK = new Watermark("west", Instant.EPOCH.plusSeconds(9));

    private final InMemoryMenuCache cache = new InMemoryMenuCache(
            CacheTimings.DEFAULTS, Clock.systemUTC());
    private final CachePlaces places = places();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    private CachePlaces places() {
        return new CachePlaces(cache, new InvalidatorMeters(new SimpleMeterRegistry()),
                Duration.ofSeconds(1));
    }

    @BeforeEach
    void assign() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 5L));
        consumer.seek(PARTITION, 777);
    }

    @Test
    void appliesNothingBeforeItHasGoneToWhereTheCacheIs() {
        advanceCacheTo(40);

        assertThat(places.isInPlace(PARTITION, 777)).isFalse();
        assertThat(places.isInPlace(PARTITION, 777)).as("the rest of the poll").isFalse();
        places.seek(consumer);

        assertThat(consumer.position(PARTITION)).isEqualTo(40);
        assertThat(places.isInPlace(PARTITION, 777)).isTrue();
    }

    @Test
    void beginsAtTheBeginningForACacheThatHoldsNothing() {
        assertThat(places.isInPlace(PARTITION, 777)).isFalse();
        places.seek(consumer);

        assertThat(consumer.position(PARTITION)).isEqualTo(5);
    }

    @Test
    void seeksOnceOnly() {
        goTo(40);
        consumer.seek(PARTITION, 41);
        places.seek(consumer);

        assertThat(consumer.position(PARTITION)).isEqualTo(41);
    }

    @Test
    void goesBackToWhereAnotherHasTakenTheCache() {
        goTo(40);
        // It was rolled back; if another consumer has gone on, it is the same.
        cache.goBackTo(PARTITION.partition(), 30);

        advance(45);

        assertThat(places.isInPlace(PARTITION, 777)).isFalse();
        places.seek(consumer);
        assertThat(consumer.position(PARTITION)).isEqualTo(30);
        assertThat(places.isInPlace(PARTITION, 777)).isTrue();
        advance(45);
        assertThat(cache.offset(PARTITION.partition()).block()).isEqualTo(45);
    }

    @Test
    void tellsWhatWasAppliedBeforeARewind() {
        goTo(40);
        assertThat(places.isReplay(PARTITION, 40)).as("read before this start").isTrue();
        assertThat(places.isReplay(PARTITION, 777)).isFalse();
        advance(800);
        cache.goBackTo(PARTITION.partition(), 30);

        advance(801);

        assertThat(places.isReplay(PARTITION, 799)).isTrue();
        assertThat(places.isReplay(PARTITION, 800)).isFalse();
        places.passedOn(List.of(PARTITION));
        assertThat(places.isReplay(PARTITION, 799)).isFalse();
    }

    @Test
    void anAdvanceThatWasDoneThoughItsAnswerWasLostIsNoReasonToGoBack() {
        goTo(40);
        advanceCacheTo(45);

        advance(45);

        assertThat(places.isInPlace(PARTITION, 777)).isTrue();
    }

    @Test
    void asksAnewWhenAPartitionComesBack() {
        goTo(40);
        advanceCacheTo(60);

        places.passedOn(List.of(PARTITION));

        assertThat(places.isInPlace(PARTITION, 777)).isFalse();
        places.seek(consumer);
        assertThat(consumer.position(PARTITION)).isEqualTo(60);
    }

    @Test
    void aCacheThatIsAwayIsAskedAgainAndNothingIsApplied() {
        cache.goAway();
        assertThatThrownBy(() -> places.isInPlace(PARTITION, 777))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> places.isInPlace(PARTITION, 777))
                .isInstanceOf(IllegalStateException.class);

        cache.comeBack();
        assertThat(places.isInPlace(PARTITION, 777)).isFalse();
    }

    private void goTo(long offset) {
        advanceCacheTo(offset);
        assertThat(places.isInPlace(PARTITION, 777)).isFalse();
        places.seek(consumer);
    }

    private void advanceCacheTo(long offset) {
        long held = cache.offset(PARTITION.partition()).blockOptional()
                .orElse(MenuCache.NOTHING_APPLIED);
        cache.advance(PARTITION.partition(), new LogStep(held, offset), WATERMARK).block();
    }

    private void advance(long to) {
        LogStep step = places.step(PARTITION, to);
        places.taken(PARTITION, step,
                cache.advance(PARTITION.partition(), step, WATERMARK).blockOptional());
    }
}
