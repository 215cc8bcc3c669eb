package carte.order.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTimeTest {

    @Test
    void isUnknownWhileNoOrderHasBecomeReady() {
        assertThat(WaitingTime.minutes(12, 0, null)).isNull();
    }

    @ParameterizedTest(name = "{0} being made, {1} ready in the last hour, usually {2} s: {3} min")
    @CsvSource({
            // An idle kitchen takes what it usually takes, rounded up.
            "0, 0, 1200, 20", "0, 0, 1201, 21", "3, 20, 1200, 20",
            // A busy one what its queue takes at its pace.
            "10, 20, 1200, 30", "11, 20, 1200, 33", "10, 19, 1200, 32",
            // So few ready orders are no pace.
            "10, 4, 1200, 20", "10, 5, 1200, 120",
            // Nobody waits for nothing, and nobody knows what is further ahead.
            "0, 0, 0, 1", "0, 0, 1, 1", "200, 5, 1200, 180", "0, 0, 90000, 180"})
    void isTheQueueAtItsPaceAndNeverLessThanUsual(
            long beingMade, long readyLastHour, double usualSeconds, int minutes) {
        assertThat(WaitingTime.minutes(beingMade, readyLastHour, usualSeconds)).isEqualTo(minutes);
    }
}
