package carte.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The protocol as it is, under faults; {@code -Dcarte.simulation.steps} runs it for longer. */
class ProtocolSimulationTest {

    private static final long FIRST_SEED = 1;
    private static final int STEPS_OF_ONE_RUN = 500_000;
    private static final long STEPS = Long.getLong("carte.simulation.steps", 50_000_000);

    @Test
    void everyInvariantHoldsAtEveryStep() {
        Long only = Long.getLong("carte.simulation.seed");
        long runs = Math.max(1, STEPS / STEPS_OF_ONE_RUN);
        Tally all = new Tally();
        long start = System.nanoTime();
        LongStream seeds = only == null
                ? LongStream.range(FIRST_SEED, FIRST_SEED + runs)
                : LongStream.of(only);
        seeds.forEach(seed -> all.add(Runs.run(seed, new Protocol(), STEPS_OF_ONE_RUN)));
        double minutes = (System.nanoTime() - start) / 6e10;
        System.out.printf(Locale.ROOT, "%s (%,.0f steps a minute)%n", all, all.steps / minutes);
        assertThat(all.edge).as("answers from the gateway").isPositive();
        assertThat(all.redis).as("answers from Redis").isPositive();
        assertThat(all.primary).as("answers from the primary").isPositive();
    }

    @Test
    void theSameSeedIsTheSameCourseOfEvents() {
        Tally first = Runs.run(7, new Protocol(), 100_000);
        Tally second = Runs.run(7, new Protocol(), 100_000);
        Tally other = Runs.run(8, new Protocol(), 100_000);

        assertThat(second.hash).isEqualTo(first.hash);
        assertThat(other.hash).isNotEqualTo(first.hash);
    }
}
