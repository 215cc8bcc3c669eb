package carte.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import carte.faults.history.History;
import carte.faults.history.Read;
import carte.faults.history.Write;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Times in these histories are milliseconds. */
class CheckerTest {

    private static final String R = "NG-mama-put-ikeja";

    private final History history = new History();

    @BeforeEach
    void write() {
        write(2, 200, 900, 1_000);
        write(3, 300, 4_900, 5_000);
    }

    @Test
    void acceptsWhatIsWithinTheBound() {
        read(1, 2, 200, 6_999);
        read(1, 3, 300, 7_000);
        Verdict verdict = check();
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.worst()).isEqualTo(Duration.ofMillis(1_999));
        assertThat(verdict.reads()).isEqualTo(2);
    }

    @Test
    void findsWhatIsOlderThanTheBound() {
        read(1, 2, 200, 7_001);
        assertThat(check().violations()).singleElement().asString().contains("2001 ms");
    }

    @Test
    void acceptsOlderOnesThatSaySo() {
        history.add(new Read(1, R, 0, nanos(8_999), nanos(9_000), 200, 2, 200, true));
        Verdict verdict = check();
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.labelled()).isEqualTo(1);
        assertThat(verdict.worst()).isZero();
    }

    @Test
    void findsAReaderWhoIsTakenBack() {
        read(1, 3, 300, 5_100);
        read(2, 2, 200, 5_150);
        read(1, 2, 200, 5_200);
        assertThat(check().violations()).singleElement().asString().contains("went back");
    }

    @Test
    void findsLessThanWasAskedFor() {
        history.add(new Read(1, R, 3, nanos(5_001), nanos(5_002), 200, 2, 200, false));
        assertThat(check().violations()).singleElement().asString().contains("min_version");
    }

    @Test
    void findsAWriteThatWasLost() {
        assertThat(new Checker(Duration.ofSeconds(2)).check(history, Map.of(R, 2L), 0).violations())
                .singleElement().asString().contains("version 3 was acknowledged");
    }

    @Test
    void findsAVersionThatTwoWritersWereGiven() {
        write(3, 301, 5_000, 5_100);
        assertThat(check().violations()).singleElement().asString().contains("twice");
    }

    @Test
    void findsAMenuThatIsNotThatVersions() {
        read(1, 3, 200, 5_100);
        assertThat(check().violations()).singleElement().asString().contains("another price");
    }

    @Test
    void countsFailuresByStatus() {
        history.add(new Read(1, R, 0, nanos(1), nanos(2), 503, 0, 0, false));
        history.add(new Read(1, R, 0, nanos(1), nanos(2), 0, 0, 0, false));
        history.add(new Read(1, R, 0, nanos(1), nanos(3), 503, 0, 0, false));
        assertThat(check().failures()).isEqualTo(Map.of(503, 2, 0, 1));
        assertThat(check().failed()).isEqualTo(3);
    }

    @Test
    void recoveryEndsWithTheLastFailureAndTheFirstNewVersion() {
        assertThat(recovery(4_000)).isEmpty();
        read(1, 3, 300, 5_100);
        assertThat(recovery(4_000)).hasValue(Duration.ofMillis(1_100));
        history.add(new Read(1, R, 0, nanos(5_500), nanos(5_600), 503, 0, 0, false));
        read(1, 3, 300, 5_700);
        assertThat(recovery(4_000)).hasValue(Duration.ofMillis(1_600));
    }

    private Optional<Duration> recovery(long faultEnd) {
        return new Checker(Duration.ofSeconds(2)).check(history, Map.of(R, 3L), nanos(faultEnd))
                .recovery();
    }

    private Verdict check() {
        return new Checker(Duration.ofSeconds(2)).check(history, Map.of(R, 3L), 0);
    }

    private void write(long version, long price, long sent, long acknowledged) {
        history.add(new Write(R, version, price, nanos(sent), nanos(acknowledged)));
    }

    private void read(int reader, long version, long price, long received) {
        history.add(new Read(
                reader, R, 0, nanos(received - 1), nanos(received), 200, version, price, false));
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
