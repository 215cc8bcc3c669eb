package carte.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.menu.MenuVersion;
import carte.kit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {

    private static final MenuVersion SEVEN = new MenuVersion(7);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"7\"|true", "W/\"7\"|true", "*|true",
            "\"6\", W/\"7\"|true", "\"6\"|false", "7|false"})
    void ifNoneMatchComparesWeakly(String value, boolean matches) {
        assertThat(IfNoneMatch.hasAlready(List.of(value), SEVEN)).isEqualTo(matches);
    }

    @Test
    void aFormOfAVersionIsKnownByItsOwnTag() {
        assertThat(IfNoneMatch.hasAlready(List.of("W/\"7;fr\""), "\"7;fr\"")).isTrue();
        assertThat(IfNoneMatch.hasAlready(List.of("\"7\""), "\"7;fr\"")).isFalse();
        assertThat(IfNoneMatch.hasAlready(List.of("\"7;fr\""), SEVEN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip|true", "GZIP|true", "br, gzip|true", "*|true",
            "br, *;q=0.1|true", "gzip;q=0.001|true", "gzip; q=1.0|true", "gzip;q=0|false",
            "gzip;q=0, *|false", "br|false", "identity|false", "*;q=0|false", "gzip;q=x|false",
            "gzipped|false"})
    void gzipIsTakenByThoseWhoSaySo(String value, boolean taken) {
        assertThat(AcceptEncoding.gzip(List.of(value))).isEqualTo(taken);
    }

    @Test
    void withoutHeadersNothingIsAssumed() {
        assertThat(AcceptEncoding.gzip(List.of())).isFalse();
        assertThat(IfNoneMatch.hasAlready(List.of(), SEVEN)).isFalse();
    }

    @Test
    void minVersionIsOneWholeNumber() {
        assertThat(MinVersion.of(null)).isEqualTo(MenuVersion.NONE);
        assertThat(MinVersion.of(List.of("7"))).isEqualTo(SEVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "7.0", "x", "9999999999999999999"})
    void anotherMinVersionIsRefused(String value) {
        assertThatThrownBy(() -> MinVersion.of(List.of(value)))
                .isInstanceOf(ProblemException.class).hasMessageContaining("min_version");
        assertThatThrownBy(() -> MinVersion.of(List.of("7", "8")))
                .isInstanceOf(ProblemException.class);
    }
}
