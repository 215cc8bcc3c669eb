package carte.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class PostgresOutageTest {

    static Stream<Throwable> outages() {
        return Stream.of(
                new R2dbcTimeoutException("no connection is free"),
                new DataAccessResourceFailureException("refused"),
                new TimeoutException(),
                new CannotCreateTransactionException("no connection",
                        new R2dbcNonTransientResourceException("closed")));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageIsToBeTriedAgain(Throwable outage) {
        assertThat(PostgresOutage.translate(outage))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problem().kind()).isEqualTo(ProblemType.UNAVAILABLE);
                    assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(problem.getCause()).isSameAs(outage);
                });
    }

    @Test
    void otherErrorsStayWhatTheyAre() {
        Throwable ours = new DataIntegrityViolationException("a bug");
        Throwable problem = ProblemException.of(ProblemType.ITEM_NOT_FOUND, "no jollof");

        assertThat(PostgresOutage.translate(ours)).isSameAs(ours);
        assertThat(PostgresOutage.translate(problem)).isSameAs(problem);
    }
}
