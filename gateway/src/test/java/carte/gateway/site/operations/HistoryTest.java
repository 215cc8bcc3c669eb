package carte.gateway.site.operations;

import static carte.gateway.site.operations.Exposed.NOON;
import static carte.gateway.site.operations.Exposed.gateway;
import static carte.gateway.site.operations.Exposed.silence;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final String EDGE = "carte_edge_answers_seconds_count";

    private final History history = new History(List.of("gateway"), Duration.ofSeconds(2));

    @Test
    void countsFromTheFirstLookOn() {
        history.add(gateway(0, edgeAnswers(1_000)));
        assertThat(history.known().grown().total(EDGE)).isZero();

        history.add(gateway(5, edgeAnswers(1_010)));
        history.add(gateway(10, edgeAnswers(1_030)));

        assertThat(history.known().grown().total(EDGE)).isEqualTo(30);
        assertThat(history.known().since()).isEqualTo(NOON);
    }

    @Test
    void goesOnCountingWhereACounterBeganAgain() {
        history.add(gateway(0, edgeAnswers(1_000)));
        history.add(silence(5));
        history.add(gateway(10, edgeAnswers(4)));

        assertThat(history.known().grown().total(EDGE)).isEqualTo(4);
    }

    @Test
    void doesNotCountTwiceWhatWasNotHeardForAWhile() {
        history.add(gateway(0, edgeAnswers(1_000)));
        history.add(silence(5));
        history.add(gateway(10, edgeAnswers(1_004)));

        assertThat(history.known().grown().total(EDGE)).isEqualTo(4);
    }

    @Test
    void forgetsWhatIsMoreThanAnHourAgo() {
        history.add(gateway(0, edgeAnswers(0)));
        history.add(gateway(5, edgeAnswers(100)));
        history.add(gateway(3_610, edgeAnswers(101)));

        assertThat(history.known().grown().total(EDGE)).isEqualTo(1);
    }

    @Test
    void tellsOnceOfAnInstanceThatDoesNotAnswer() {
        history.add(gateway(0, ""));
        history.add(silence(5));
        history.add(silence(10));

        assertThat(history.known().faults()).containsExactly(
                new Fault(NOON.plusSeconds(5), FaultKind.UNREACHABLE, "gateway", "", 1));
    }

    @Test
    void tellsNothingOfWhatHasNotStartedYet() {
        history.add(silence(0));
        history.add(silence(5));
        history.add(gateway(10, "carte_edge_log_silence_seconds 60.0"));

        assertThat(history.known().faults()).isEmpty();
    }

    @Test
    void tellsOfARestart() {
        history.add(gateway(0, "process_uptime_seconds 600.0"));
        history.add(gateway(5, "process_uptime_seconds 2.0"));

        assertThat(kinds()).containsExactly(FaultKind.RESTARTED);
    }

    @Test
    void tellsOnceOfAnAgeBeyondTheBoundUntilItWasWithinAgain() {
        history.add(gateway(0, watermarkAge("0.1")));
        history.add(gateway(5, watermarkAge("2.5")));
        history.add(gateway(10, watermarkAge("7.5")));
        history.add(gateway(15, watermarkAge("0.2")));
        history.add(gateway(20, watermarkAge("3.0")));

        assertThat(history.known().faults()).containsExactly(
                new Fault(NOON.plusSeconds(20), FaultKind.WATERMARK_LATE, "gateway", "west", 1),
                new Fault(NOON.plusSeconds(5), FaultKind.WATERMARK_LATE, "gateway", "west", 1));
    }

    @Test
    void tellsOfACircuitThatOpened() {
        history.add(gateway(0, circuit("0.0")));
        history.add(gateway(5, circuit("1.0")));

        assertThat(history.known().faults()).containsExactly(new Fault(
                NOON.plusSeconds(5), FaultKind.CIRCUIT_OPEN, "gateway", "order-service", 1));
    }

    @Test
    void tellsHowManyAnswersFailedAndWereOld() {
        history.add(gateway(0, outcomes(1, 1)));
        history.add(gateway(5, outcomes(1, 4)));
        history.add(gateway(10, outcomes(3, 4)));

        assertThat(history.known().faults()).containsExactly(
                new Fault(NOON.plusSeconds(10), FaultKind.ANSWERS_FAILED, "gateway", "", 2),
                new Fault(NOON.plusSeconds(5), FaultKind.ANSWERS_STALE, "gateway", "", 3));
    }

    private List<FaultKind> kinds() {
        return history.known().faults().stream().map(Fault::kind).toList();
    }

    private static String edgeAnswers(int count) {
        return EDGE + "{tier=\"edge\",outcome=\"fresh\"} " + count;
    }

    private static String outcomes(int failed, int stale) {
        return EDGE + "{tier=\"none\",outcome=\"failed\"} " + failed + "\n"
                + EDGE + "{tier=\"edge\",outcome=\"stale\"} " + stale;
    }

    private static String watermarkAge(String seconds) {
        return "carte_edge_watermark_age_seconds{shard=\"west\",partition=\"3\"} " + seconds;
    }

    private static String circuit(String open) {
        return "resilience4j_circuitbreaker_state{name=\"order-service\",state=\"open\"} " + open;
    }
}
