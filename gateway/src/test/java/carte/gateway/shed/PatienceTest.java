package carte.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(Duration.ofMillis(100));

    @Test
    void isWholeWhileABurstPasses() {
        patience.waits(millis(0));
        patience.waits(millis(150));
        assertThat(patience.isStanding(millis(200))).isFalse();
        assertThat(patience.nanos(millis(200))).isEqualTo(millis(100));
    }

    @Test
    void isShortWhereTheQueueHasBeenStanding() {
        patience.waits(millis(0));
        assertThat(patience.isStanding(millis(201))).isTrue();
        assertThat(patience.nanos(millis(201))).isEqualTo(millis(2));
    }

    @Test
    void isWholeAgainAsSoonAsNobodyHasToWait() {
        patience.waits(millis(0));
        patience.empty(millis(100));
        assertThat(patience.nanos(millis(600))).isEqualTo(millis(100));
        patience.waits(millis(600));
        assertThat(patience.nanos(millis(800))).isEqualTo(millis(100));
    }

    @Test
    void isShortForAsLongAsAFreePlaceIsTakenAMomentLater() {
        patience.waits(millis(0));
        patience.empty(millis(150));
        patience.waits(millis(154));
        patience.empty(millis(240));
        assertThat(patience.isStanding(millis(244))).isTrue();
        assertThat(patience.isStanding(millis(246))).isFalse();
        patience.waits(millis(270));
        assertThat(patience.isStanding(millis(300))).isFalse();
    }

    @Test
    void isShortWhereTooManyWait() {
        patience.waits(millis(0));
        patience.exceeded(millis(1));
        assertThat(patience.isStanding(millis(1))).isTrue();
        patience.empty(millis(2));
        assertThat(patience.isStanding(millis(8))).isFalse();
    }

    @Test
    void isWholeForThoseWhoDidNotWaitForOthers() {
        patience.waits(millis(0));
        patience.forget();
        assertThat(patience.isStanding(millis(300))).isFalse();
    }

    private static long millis(long value) {
        return Duration.ofMillis(value).toNanos();
    }
}
