package carte.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What becomes of many calls whose service has two processors, a millisecond at a time. */
class OverloadTest {

    private static final int PROCESSORS = 2;
    /** Milliseconds of a processor for each call: forty a second can be done. */
    private static final int WORK = 50;
    private static final int CAPACITY = 1_000 * PROCESSORS / WORK;

    @RegisterExtension
    private final VirtualTime time = new VirtualTime();

    private final AtomicInteger refused = new AtomicInteger();
    private final Places places = new Places(32, 4096, Duration.ofMillis(50),
            time::nanos, refused::incrementAndGet);
    private final List<Call> underWay = new ArrayList<>();
    private final List<Long> latencies = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whoeverIsServedInABurstIsServedInTime(long seed) {
        Random random = new Random(seed);
        pass(5_000, random, CAPACITY / 5, 1);
        long calm = percentile(50);
        forget();

        pass(5_000, random, CAPACITY * 5, 1);

        assertThat(latencies).hasSizeGreaterThan(5 * CAPACITY * 9 / 10);
        assertThat(percentile(50)).as("half").isCloseTo(calm, Percentage.withPercentage(10));
        assertThat(percentile(90)).as("most").isLessThan(2 * WORK);
        assertThat(percentile(99)).as("those who came first").isLessThan(6 * WORK);

        pass(500, random, 0, 1);
        forget();
        pass(5_000, random, CAPACITY / 5, 1);
        assertThat(refused).as("refused after the burst").hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nobodyIsRefusedWhereTheServiceStandsStillForAMoment(long seed) {
        Random random = new Random(seed);
        pass(5_000, random, CAPACITY / 4, 1);
        pass(1_000, random, CAPACITY / 4, 0);
        pass(5_000, random, CAPACITY / 4, 1);
        assertThat(refused).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nobodyIsRefusedWhereTheServiceIsSlowAndHasLittleToDo(long seed) {
        Random random = new Random(seed);
        pass(5_000, random, 8, 1);
        // Each call takes two seconds, however few there are.
        pass(20_000, random, 8, 1.0 / 40);
        assertThat(refused).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 250", "2, 100, 250", "3, 500, 40", "4, 500, 40", "5, 2000, 9"})
    void aServiceThatIsSlowAndNotBusyIsGivenAsManyAsItTakes(
            long seed, int millis, int perSecond) {
        Random random = new Random(seed);
        // Everybody waits: a queue is standing when it goes on.
        pass(1_000, random, 250, 0);
        assertThat(refused).hasPositiveValue();

        // Each call takes that long, however many there are.
        double speed = (double) WORK / millis;
        pass(20 * millis, random, perSecond, speed);
        forget();
        pass(5_000, random, perSecond, speed);
        assertThat(refused).hasValue(0);
        assertThat(percentile(99)).isLessThan(2L * millis);
    }

    /** Lets calls come, and each that is under way get as much done as there are processors. */
    private void pass(int millis, Random random, int perSecond, double speed) {
        for (int i = 0; i < millis; i++) {
            if (random.nextInt(1_000) < perSecond) {
                new Call();
            }
            time.advanceTimeBy(Duration.ofMillis(1));
            double share = speed >= 1
                    ? Math.min(1, (double) PROCESSORS / underWay.size())
                    : speed;
            underWay.forEach(call -> call.left -= share);
            List.copyOf(underWay).stream().filter(call -> call.left <= 0).forEach(Call::answer);
        }
    }

    private void forget() {
        latencies.clear();
        refused.set(0);
    }

    private long percentile(int percent) {
        List<Long> sorted = latencies.stream().sorted().toList();
        return sorted.get(sorted.size() * percent / 100);
    }

    private final class Call {

        private final Sinks.Many<String> answer = Sinks.many().unicast().onBackpressureBuffer();
        private final long came = now();
        private double left = WORK;

        Call() {
            if (places.isOverrun()) {
                places.refusedAhead();
                return;
            }
            places.within(Flux.defer(() -> {
                underWay.add(this);
                return answer.asFlux();
            })).subscribe(_ -> latencies.add(now() - came), _ -> {});
        }

        private void answer() {
            underWay.remove(this);
            answer.tryEmitNext("answer");
        }

        private long now() {
            return TimeUnit.NANOSECONDS.toMillis(time.nanos());
        }
    }
}
