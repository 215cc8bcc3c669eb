package carte.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    private final ConcurrencyLimit limit = new ConcurrencyLimit(32);

    @Test
    void beginsWithAnEighth() {
        assertThat(limit.given()).isEqualTo(4);
        assertThat(limit.most()).isEqualTo(32);
    }

    @Test
    void growsWhileCallsTakeAsLongAsAFewDid() {
        limit.answered(50, 1, 0, false);
        answered(100, 4, true);
        assertThat(limit.given()).isEqualTo(8);
        answered(100, 40, true);
        assertThat(limit.given()).isEqualTo(32);
    }

    @Test
    void fallsWhileCallsTakeMuchLonger() {
        limit.answered(50, 1, 0, false);
        answered(101, 1, true);
        assertThat(limit.given()).isEqualTo(3);
        answered(101, 40, true);
        assertThat(limit.given()).isEqualTo(2);
    }

    @Test
    void takesTheTimeOfAFewForThatOfCalmWhateverItIs() {
        limit.answered(50, 1, 0, false);
        for (int i = 0; i < 40; i++) {
            limit.answered(2_000, 2, 1, false);
        }
        answered(3_000, 1, true);
        assertThat(limit.given()).isEqualTo(5);
    }

    @Test
    void takesTheFirstAnswerAfterAStandStillForThatOfCalm() {
        limit.answered(50, 1, 0, false);
        limit.answeredAtLast(2_000);
        answered(3_000, 1, true);
        assertThat(limit.given()).isEqualTo(5);
    }

    @Test
    void takesNoTimeForThatOfCalmThatOthersHaveMadeLonger() {
        limit.answered(50, 1, 0, false);
        for (int i = 0; i < 40; i++) {
            limit.answered(500, 1, 3, false);
        }
        answered(500, 1, true);
        assertThat(limit.given()).isEqualTo(3);
    }

    @Test
    void returnsToAnEighthWhenFewCome() {
        limit.answered(50, 1, 0, false);
        answered(500, 40, true);
        answered(500, 3, false);
        assertThat(limit.given()).as("as many are under way as may be").isEqualTo(2);
        limit.answered(50, 1, 0, false);
        assertThat(limit.given()).isEqualTo(3);

        limit.letIn(30);
        answered(50, 5, false);
        assertThat(limit.given()).isEqualTo(30);
        for (int i = 0; i < 30; i++) {
            limit.answered(50, 1, 0, false);
        }
        assertThat(limit.given()).isEqualTo(4);
    }

    @Test
    void staysWhereItLearnsNothing() {
        ConcurrencyLimit fixed = ConcurrencyLimit.fixed(3);
        fixed.answered(50, 1, 0, false);
        fixed.answered(500, 3, 2, true);
        fixed.answered(50, 3, 2, true);
        fixed.letIn(4);
        assertThat(fixed.given()).isEqualTo(3);
    }

    private void answered(long nanos, int times, boolean wanted) {
        for (int i = 0; i < times; i++) {
            limit.answered(nanos, 20, 19, wanted);
        }
    }
}
