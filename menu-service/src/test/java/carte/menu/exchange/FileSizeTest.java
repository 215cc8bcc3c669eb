package carte.menu.exchange;

import static carte.menu.exchange.Imports.refused;
import static org.assertj.core.api.Assertions.assertThat;

import carte.kit.problem.Fault;
import carte.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files whose size does not bound what they hold. */
class FileSizeTest {

    private static final int BODY = 2 << 20;

    /** The fault tells where the reading ended: what stands below was never kept. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name|a|/line/25002|rows",
            "name|,,,,,,,,,,,,,,,,,,,,,,a|/line/25002|rows",
            "name|a,a,a,a,a,a,a,a,a,a,a|/line/22729|cells",
            "name,name:fr|,a|/line/25002|rows"})
    void readingEndsAtTheLimit(String header, String row, String pointer, String what) {
        String rows = (row + "\n").repeat(BODY / (row.length() + 1));

        Problem problem = refused(ExchangeFormat.CSV, header + "\n" + rows);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Fault::pointer).containsExactly(pointer);
        assertThat(problem.errors().getFirst().detail()).contains("expected at most", what);
    }

    @ParameterizedTest
    @CsvSource({"a,/line/1", "name,/line/2"})
    void aRowOfManyColumnsIsRefused(String first, String pointer) {
        String wide = "x,".repeat(200) + "x";

        Problem problem = refused(ExchangeFormat.CSV,
                (first.equals("a") ? "" : first + "\n") + wide + "\n");

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Fault::pointer).containsExactly(pointer);
        assertThat(problem.errors().getFirst().detail()).contains("columns");
    }

    /** Spreadsheets leave such behind. */
    @Test
    void blankRowsAndColumnsDoNotCount() {
        String file = "name,price" + ",".repeat(1_000) + "\nSuya,1" + ",".repeat(1_000)
                + "\n" + ",,,\n".repeat(100_000);

        assertThat(Imports.csv(file).sections().getFirst().items()).hasSize(1);
        assertThat(file.getBytes(StandardCharsets.UTF_8).length).isLessThan(BODY);
    }
}
