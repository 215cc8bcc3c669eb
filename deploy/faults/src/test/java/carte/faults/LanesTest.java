package carte.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final long NOW = -77;

    private final Lanes lanes = new Lanes(2, 1_000);

    @Test
    void sendAsMuchAtOnceAsThereAreLanes() {
        assertThat(lanes.send(10, NOW)).isEqualTo(millis(10));
        assertThat(lanes.send(30, NOW)).isEqualTo(millis(30));
        assertThat(lanes.send(10, NOW)).isEqualTo(millis(20));
        assertThat(lanes.send(20, NOW)).isEqualTo(millis(40));
        assertThat(lanes.send(10, NOW)).isEqualTo(millis(40));
    }

    @Test
    void saveNothingUpWhileNothingIsSent() {
        lanes.send(10, NOW);
        lanes.send(10, NOW);
        assertThat(lanes.send(10, NOW + millis(500))).isEqualTo(millis(10));
    }

    private static long millis(long value) {
        return TimeUnit.MILLISECONDS.toNanos(value);
    }
}
