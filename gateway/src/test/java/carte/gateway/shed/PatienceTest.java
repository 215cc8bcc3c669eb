package carte.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(Duration.ofMillis(100));

    @Test
    void isWholeWhileABurstPasses() {
        patience.waits(millis(0));
        patience.waits(millis(400));
        assertThat(patience.nanos(millis(500))).isEqualTo(millis(100));
    }

    @Test
    void isShortWhereTheQueueHasBeenStanding() {
        patience.waits(millis(0));
        assertThat(patience.nanos(millis(501))).isEqualTo(millis(10));
    }

    @Test
    void isWholeAgainAsSoonAsNobodyWaits() {
        patience.waits(millis(0));
        patience.empty();
        assertThat(patience.nanos(millis(600))).isEqualTo(millis(100));
        patience.waits(millis(600));
        assertThat(patience.nanos(millis(1_000))).isEqualTo(millis(100));
    }

    private static long millis(long value) {
        return Duration.ofMillis(value).toNanos();
    }
}
