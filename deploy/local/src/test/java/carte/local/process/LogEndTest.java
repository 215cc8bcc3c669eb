package carte.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogEndTest {

    @Test
    void isSpringsExplanationWhereThereIsOne() {
        assertThat(LogEnd.summary("""
                INFO starting
                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                Web server failed to start. Port 8081 was already in use.
                """.lines().toList()))
                .isEqualTo(
                        "Description:\nWeb server failed to start. Port 8081 was already in use.");
    }

    @Test
    void isTheFirstCauseOfAStackTrace() {
        assertThat(LogEnd.summary(List.of(
                "ERROR Application run failed",
                "BeanCreationException: no bean",
                "\tat a.B.c(B.java:1)",
                "Caused by: IllegalStateException: menu-events has 6 partitions, not 12",
                "\tat a.B.c(B.java:1)",
                "\t... 21 common frames omitted")))
                .isEqualTo("IllegalStateException: menu-events has 6 partitions, not 12");
    }

    @Test
    void isTheLastLinesOtherwise() {
        List<String> lines = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        assertThat(LogEnd.summary(lines).lines()).hasSize(15).endsWith("99");
    }

    @Test
    void saysWhereThereIsNothing() {
        assertThat(LogEnd.summary(List.of())).isEqualTo("(it wrote nothing)");
    }
}
