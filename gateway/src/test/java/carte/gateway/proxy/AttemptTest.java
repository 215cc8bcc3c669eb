package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.balance.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {

    @ParameterizedTest
    @CsvSource({
            "false, false, GOOD",
            "false, true,  GOOD",
            "true,  false, FAILED",
            "true,  true,  UNKNOWN"})
    void saysOfAnInstanceOnlyWhatAWaitCannotExplain(
            boolean unable, boolean asksToWait, Outcome outcome) {
        assertThat(Attempt.outcome(unable, asksToWait)).isEqualTo(outcome);
    }
}
