package carte.gateway.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryBudgetTest {

    private static final int RESERVE = 10;
    private static final int MOST = 100;

    private final RetryBudget budget = new RetryBudget(RESERVE, MOST);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void allowsATenthOfTheRequestsAndTheReserve(long seed) {
        Random random = new Random(seed);
        int requests = 0;
        int tries = 0;
        for (int i = 0; i < 20_000; i++) {
            if (random.nextBoolean()) {
                budget.requested();
                requests++;
            } else if (budget.take()) {
                tries++;
            }
            assertThat(tries).isLessThanOrEqualTo(requests / 10 + RESERVE);
        }
        assertThat(tries).isEqualTo(requests / 10 + RESERVE);
    }

    @Test
    void hasAFewForLowTraffic() {
        assertThat(IntStream.range(0, RESERVE)).allMatch(_ -> budget.take());
        assertThat(budget.take()).isFalse();
    }

    @Test
    void savesUpNoMoreThanItsBound() {
        IntStream.range(0, 100_000).forEach(_ -> budget.requested());
        assertThat(IntStream.range(0, 1_000).filter(_ -> budget.take())).hasSize(MOST);
    }
}
