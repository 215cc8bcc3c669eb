package carte.order.popularity;

import static carte.order.MamaPut.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.DatabaseClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A replica that is lost, late or silent is left alone for a while; the primary answers. */
class ReplicaFiguresTest {

    private static final PopularityQuery QUERY = new PopularityQuery.OfCountry("NG");
    private static final PopularityFigures OF_PRIMARY = new PopularityFigures(NOON, 0, List.of());

    private final AtomicLong nanos = new AtomicLong();
    private final DatabaseClock clock = new DatabaseClock(
            Clock.fixed(NOON, ZoneOffset.UTC), nanos::get);
    private final AtomicInteger asked = new AtomicInteger();
    private Mono<PopularityFigures> answer = Mono.empty();

    private final PopularityReads reads = new PopularityReads(
            new ReplicaFigures(_ -> {
                asked.incrementAndGet();
                return answer;
            }, clock, Duration.ofSeconds(2), nanos::get),
            _ -> Mono.just(OF_PRIMARY), new SimpleMeterRegistry());

    @Test
    void replicaAnswersWhileItIsWithinTheBound() {
        clock.answered(clock.moment(), NOON);
        answer = asOf(NOON.minusMillis(1_999));

        assertThat(read().ageMillis()).isEqualTo(1_999);
    }

    @Test
    void ageIsTakenByThePrimarysClockAndNotByAnother() {
        clock.answered(clock.moment(), NOON);
        answer = asOf(NOON);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        // Clocks may differ by one part in a thousand.
        assertThat(read().ageMillis()).isEqualTo(1_001);
    }

    @Test
    void replicaThatIsTooLateIsNotBelieved() {
        clock.answered(clock.moment(), NOON);
        answer = asOf(NOON.minusMillis(2_001));

        assertThat(read()).isEqualTo(OF_PRIMARY);
    }

    @Test
    void nothingIsBelievedWhileThePrimarysTimeIsUnknown() {
        answer = asOf(NOON);

        assertThat(read()).isEqualTo(OF_PRIMARY);
    }

    @Test
    void replicaWithoutABeatIsPassedOver() {
        answer = Mono.empty();

        assertThat(read()).isEqualTo(OF_PRIMARY);
    }

    @Test
    void silentReplicaHoldsOneReaderUp() {
        answer = Mono.never();

        assertThat(read()).isEqualTo(OF_PRIMARY);
        assertThat(read()).isEqualTo(OF_PRIMARY);
        assertThat(asked).hasValue(1);
    }

    @Test
    void lostReplicaIsAskedAgainAfterARest() {
        clock.answered(clock.moment(), NOON);
        answer = Mono.error(new IllegalStateException("connection refused"));
        assertThat(read()).isEqualTo(OF_PRIMARY);
        answer = asOf(NOON.plusSeconds(5));

        assertThat(read()).isEqualTo(OF_PRIMARY);
        nanos.addAndGet(ReplicaFigures.REST.toNanos());
        assertThat(read().asOf()).isEqualTo(NOON.plusSeconds(5));
        assertThat(asked).hasValue(2);
    }

    private PopularityFigures read() {
        return Objects.requireNonNull(reads.read(QUERY).block());
    }

    private static Mono<PopularityFigures> asOf(Instant time) {
        return Mono.just(new PopularityFigures(time, 0, List.of()));
    }
}
