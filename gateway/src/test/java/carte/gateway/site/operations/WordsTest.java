package carte.gateway.site.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "0.0034, 3.4 ms", "0.0844, 84 ms", "0.9994, 999 ms", "0.9999, 1 s",
            "1.25, 1.2 s", "59.99, 1 min", "3600, 60 min", "7200, 2 h", "172800, 2 d"})
    void timesAreInTheUnitThatSuitsThem(double seconds, String text) {
        assertThat(Words.time(seconds, Locale.ENGLISH)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"en, 2.5 s", "fr, '2,5 s'"})
    void numbersAreThoseOfTheLanguage(Locale locale, String text) {
        assertThat(Words.time(2.5, locale)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"en, 2 d, 1 / 2 MB", "fr, 2 j, 1 / 2 Mo"})
    void unitsAreThoseOfTheLanguage(Locale locale, String days, String memory) {
        assertThat(Words.time(172_800, locale)).isEqualTo(days);
        assertThat(Words.megabytes(1 << 20, 2 << 20, locale)).isEqualTo(memory);
    }
}
