package carte.faults.lunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LunchReportTest {

    private static final List<Trouble> TROUBLES = Trouble.all(_ -> {});

    @Test
    void replacesWhatWasTriedAgainAndKeepsTheRest() {
        String first = LunchReport.of("", List.of(result(0, 200), result(1, 503)),
                List.of());
        String second = LunchReport.of(first, List.of(result(1, 200)), List.of());

        assertThat(first).contains("HOT_MENU 503=1");
        assertThat(second).doesNotContain("HOT_MENU 503=1")
                .containsOnlyOnce("| " + TROUBLES.get(0).name() + " |")
                .containsOnlyOnce("| " + TROUBLES.get(1).name() + " |");
        assertThat(LunchReport.of(second, List.of(), List.of())).isEqualTo(second);
    }

    @Test
    void keepsBurstsApartFromTheRest() {
        String first = LunchReport.of("", List.of(result(0, 200)),
                List.of(burst("line", 200), burst("machine", 503)));
        String second = LunchReport.of(first, List.of(), List.of(burst("machine", 200)));

        assertThat(first).containsOnlyOnce("| line |").contains("nobody was served");
        assertThat(second).containsOnlyOnce("| line |").containsOnlyOnce("| machine |")
                .containsOnlyOnce("| " + TROUBLES.getFirst().name() + " |")
                .doesNotContain("nobody was served");
        assertThat(LunchReport.of(second, List.of(), List.of())).isEqualTo(second);
    }

    private static Burst burst(String limit, int status) {
        Samples some = new Samples(List.of(new Sample(Wish.LIST, 0, 1, status, true, true)));
        return new Burst(limit, 5, some, some, some, 0, 0);
    }

    private static LunchTime.Result result(int trouble, int status) {
        long millis = Duration.ofMillis(5).toNanos();
        return new LunchTime.Result(TROUBLES.get(trouble), new Samples(List.of(
                new Sample(Wish.HOT_MENU, 0, millis, status, false, true))), 0, millis);
    }
}
