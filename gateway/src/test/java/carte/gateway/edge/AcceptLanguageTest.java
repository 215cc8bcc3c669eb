package carte.gateway.edge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.LanguageLookup;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptLanguageTest {

    private final AcceptLanguage readers = new AcceptLanguage();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"fr|fr", "FR|fr", "fr-CA|fr-ca", "fr-CA,fr;q=0.9|fr-ca",
            "en;q=0.5, fr;q=0.8|fr", "fr, ar|fr", "en;q=0, fr;q=0.001|fr", "fr;q=1.000,en;q=1|fr",
            "zh-Hant-TW|zh-hant-tw", "*;q=0.1, sw|sw", "en;q=0.7,*;q=0.5,pt-BR|pt-br"})
    void theHeaviestComesFirst(String value, String preference) {
        assertThat(readers.preference(List.of(value))).isEqualTo(LanguageLookup.of(preference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", " ", ",", ";q=1", "fr;q=2", "fr;q=x", "fr;q=-1", "fr;q=",
            "fr;q=0", "fr_CA", "fr-*", "*-CH", "fr;level=1", "f\"r", "fr\u0000", "é", "toolonglang",
            "fr--ca", "-fr", "fr-", "12", "fr;q=NaN", "fr;q=0.5;q=1", "fr\r\nSet-Cookie: a=b"})
    void whoeverTakesAnythingOrCannotBeReadHasNoPreference(String value) {
        assertThat(readers.preference(List.of(value))).isEqualTo(LanguageLookup.NONE);
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(readers.preference(List.of("en;q=0.5", "fr")))
                .isEqualTo(LanguageLookup.of("fr"));
        assertThat(readers.preference(List.of())).isEqualTo(LanguageLookup.NONE);
    }

    @Test
    void whateverIsSentIsNoFailure() {
        Random random = new Random(20_260_301);
        String letters = "frpt-,;q=.019* \t_\"é";
        for (int run = 0; run < 50_000; run++) {
            String value = random.ints(random.nextInt(24), 0, letters.length())
                    .mapToObj(at -> letters.substring(at, at + 1)).collect(joining());
            assertThat(readers.preference(List.of(value)).tags()).as(value)
                    .allMatch(tag -> tag.matches("[a-z0-9-]+"));
        }
    }

    @Test
    void aListWithoutEndIsNotRead() {
        assertThat(readers.preference(List.of("fr" + ",en".repeat(1_000))))
                .isEqualTo(LanguageLookup.NONE);
    }
}
