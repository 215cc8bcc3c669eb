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
        assertThat(patience.nanos(millis(201))).isEqualTo(millis(10));
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
    void takesAQueueThatIsBackAtOnceForTheSame() {
        patience.waits(millis(0));
        patience.empty(millis(300));
        assertThat(patience.isStanding(millis(301))).isFalse();
        patience.waits(millis(399));
        assertThat(patience.isStanding(millis(399))).isTrue();
        patience.empty(millis(420));
        patience.waits(millis(520));
        assertThat(patience.isStanding(millis(520))).isFalse();
    }

    private static long millis(long value) {
        return Duration.ofMillis(value).toNanos();
    }
}
