package carte.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"fr, en, en, fr", "tlh, fr, en, fr", ", fr, en, fr", ", , 'fr-CI,en;q=0.5', fr",
            ", , 'de,fr;q=0.5', fr", ", , de, en", ", , , en"})
    void whatWasChosenLastCountsFirst(String asked, String kept, String accepted, String chosen) {
        assertThat(Languages.choose(asked, kept, accepted).toLanguageTag()).isEqualTo(chosen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", ";;;", "en;q=x", "é"})
    void aValueThatCannotBeReadAsksForNothing(String accepted) {
        assertThat(Languages.choose(null, null, accepted)).isEqualTo(Languages.DEFAULT);
    }

    @Test
    void knowsWhichWayALanguageIsWritten() {
        assertThat(Languages.direction(Locale.FRENCH)).isEqualTo("ltr");
        assertThat(Languages.direction(Locale.forLanguageTag("ar-EG"))).isEqualTo("rtl");
    }
}
