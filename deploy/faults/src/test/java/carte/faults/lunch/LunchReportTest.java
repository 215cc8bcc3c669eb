package carte.faults.lunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LunchReportTest {

    private static final List<Trouble> TROUBLES = Trouble.all(_ -> {});

    @Test
    void replacesWhatWasTriedAgainAndKeepsTheRest() {
        String first = LunchReport.of("", List.of(result(0, 200), result(1, 503)),
                Optional.empty());
        String second = LunchReport.of(first, List.of(result(1, 200)), Optional.empty());

        assertThat(first).contains("HOT_MENU 503=1");
        assertThat(second).doesNotContain("HOT_MENU 503=1")
                .containsOnlyOnce("| " + TROUBLES.get(0).name() + " |")
                .containsOnlyOnce("| " + TROUBLES.get(1).name() + " |");
        assertThat(LunchReport.of(second, List.of(), Optional.empty())).isEqualTo(second);
    }

    private static LunchTime.Result result(int trouble, int status) {
        long millis = Duration.ofMillis(5).toNanos();
        return new LunchTime.Result(TROUBLES.get(trouble), new Samples(List.of(
                new Sample(Wish.HOT_MENU, 0, millis, status, false, true))), 0, millis);
    }
}
