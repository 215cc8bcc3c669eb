package carte.contracts.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageLookupTest {

    @ParameterizedTest
    @CsvSource({"fr, fr", "fr-CA, fr-ca fr", "zh-Hant-TW, zh-hant-tw zh-hant zh",
            "FR, fr", "en-a-bbb-x-y, en-a-bbb-x-y en-a-bbb en"})
    void fallsBackToWhatIsLessExact(String language, String tags) {
        assertThat(LanguageLookup.of(language).tags())
                .containsExactlyElementsOf(Arrays.asList(tags.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"fr-CA, fr", "pt-BR-x-a, pt-br", "pt-BR, pt-br"})
    void findsTheMostExact(String language, String found) {
        assertThat(LanguageLookup.of(language).firstOf(Set.of("fr", "pt-br", "pt")))
                .isEqualTo(found);
    }

    @Test
    void findsNeitherAnotherLanguageNorOneThatIsMoreExact() {
        assertThat(LanguageLookup.of("ar").firstOf(Set.of("fr", "a"))).isNull();
        assertThat(LanguageLookup.of("pt").firstOf(Set.of("pt-br"))).isNull();
        assertThat(LanguageLookup.NONE.firstOf(Set.of("fr", ""))).isNull();
    }
}
