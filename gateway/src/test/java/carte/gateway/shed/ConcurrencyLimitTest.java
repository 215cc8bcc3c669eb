package carte.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    private final Patience patience = new Patience(Duration.ofMillis(100));
    private final ConcurrencyLimit limit = new ConcurrencyLimit(32, 0);

    @Test
    void areFewAtFirstAndAllOfFew() {
        assertThat(count(0)).isEqualTo(8);
        assertThat(new ConcurrencyLimit(64, 0).count(patience, 0)).isEqualTo(16);
        assertThat(new ConcurrencyLimit(3, 0).count(patience, 0)).isEqualTo(3);
    }

    @Test
    void areOneMoreForEachCallThatEndsWhileOthersWait() {
        for (int i = 0; i < 5; i++) {
            limit.ended(true, 0, 8, millis(i));
        }
        assertThat(count(5)).isEqualTo(13);
        for (int i = 0; i < 50; i++) {
            limit.ended(true, 0, 8, millis(5));
        }
        assertThat(count(5)).isEqualTo(32);
    }

    @Test
    void areOneMoreWhereNoneHasBeenForAWhile() {
        limit.ended(true, 0, 8, millis(100));
        limit.stalled(millis(124));
        assertThat(count(124)).isEqualTo(9);
        limit.stalled(millis(125));
        assertThat(count(125)).isEqualTo(10);
    }

    @Test
    void areFewestWhileAQueueIsStandingAndThenOneMoreEachTime() {
        for (int i = 0; i < 8; i++) {
            limit.ended(true, 0, 8, 0);
        }
        patience.waits(0);
        assertThat(count(200)).isEqualTo(16);
        assertThat(count(201)).isEqualTo(2);
        patience.empty(millis(1_000));
        assertThat(count(1_000)).isEqualTo(2);
        assertThat(count(1_250)).isEqualTo(4);
        assertThat(count(9_000)).isEqualTo(8);
    }

    @Test
    void areAsBeforeAfterAQueueThatDidNotStand() {
        patience.waits(0);
        limit.ended(true, 0, 8, millis(140));
        patience.empty(millis(150));
        assertThat(count(151)).isEqualTo(9);
    }

    @Test
    void areFewAgainWhenNoMoreHaveBeenNeededForLong() {
        limit.needs(8, 0);
        limit.ended(true, 0, 8, millis(1));
        limit.needs(8, millis(9_000));
        limit.needs(7, millis(18_000));
        limit.needs(8, millis(19_000));
        assertThat(count(19_000)).isEqualTo(9);
        limit.needs(7, millis(29_000));
        limit.needs(8, millis(29_001));
        assertThat(count(29_001)).isEqualTo(8);
    }

    private int count(long millis) {
        return limit.count(patience, millis(millis));
    }

    private static long millis(long value) {
        return Duration.ofMillis(value).toNanos();
    }
}
