package carte.menu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvInjectionTest {

    @Test
    void noCellOfAnExportIsAFormula() {
        for (int seed = 0; seed < 300; seed++) {
            MenuDocument menu = new AnyMenus(seed).next();
            String file = new String(ExchangeFormat.CSV.write(MenuJson.of(menu)),
                    StandardCharsets.UTF_8).substring(1);

            for (CsvRecord row : CsvReader.builder().ofCsvRecord(file)) {
                assertThat(row.getFields()).noneMatch(cell -> cell.stripLeading()
                        .matches("(?s)[=+@＝＋－＠-].*") || cell.matches("(?s)[\\t\\r\\n].*"));
            }
        }
    }

    /** What people write themselves stays as it is; what was guarded loses its guard. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"'=1+1,=1+1", "=1+1,=1+1", "'Tis,'Tis", "''=1,'=1",
            "'+234,+234", "'-,-"})
    void guardsAreTakenOff(String cell, String name) {
        assertThat(Imports.csv("name,price\n" + cell + ",1\n").sections().getFirst().items()
                .getFirst().name()).isEqualTo(name);
    }
}
