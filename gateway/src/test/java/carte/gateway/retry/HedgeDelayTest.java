package carte.gateway.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HedgeDelayTest {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final HedgeDelay delay = new HedgeDelay(SHORTEST, LONGEST);

    @Test
    void isTheLongestWhileLittleIsKnown() {
        took(1, 10);
        assertThat(delay.get()).isEqualTo(LONGEST);
    }

    @Test
    void isWhatNearlyAllRecentAnswersTook() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            delay.took(Duration.ofMillis(100 + random.nextInt(101)).toNanos());
        }
        assertThat(delay.get()).isBetween(Duration.ofMillis(185), Duration.ofMillis(200));
    }

    @Test
    void isNotMovedByTheFewSlowestAnswers() {
        for (int i = 0; i < 1_000; i++) {
            took(i % 50 == 0 ? 3_000 : 100, 1);
        }
        assertThat(delay.get()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void staysWithinItsBounds() {
        took(1, 300);
        assertThat(delay.get()).isEqualTo(SHORTEST);
        took(2_000, 300);
        assertThat(delay.get()).isEqualTo(LONGEST);
    }

    @Test
    void forgetsWhatIsNoLongerTrue() {
        took(400, 1_000);
        took(100, 300);
        assertThat(delay.get()).isEqualTo(Duration.ofMillis(100));
    }

    private void took(int millis, int times) {
        for (int i = 0; i < times; i++) {
            delay.took(Duration.ofMillis(millis).toNanos());
        }
    }
}
