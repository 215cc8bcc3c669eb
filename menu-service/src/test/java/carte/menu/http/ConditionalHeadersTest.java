package carte.menu.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carte.contracts.menu.MenuVersion;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ConditionalHeadersTest {

    private static final MenuVersion SEVEN = new MenuVersion(7);

    private final HttpHeaders headers = new HttpHeaders();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"7\"|true", "*|true", "\"6\", \"7\"|true",
            "\"6\" , ,\"7\"|true", "\"6\"|false", "W/\"7\"|false", "\"77\"|false", "\"7;fr\"|false",
            "\"7;fr\", \"7\"|true", "\"\"|false"})
    void ifMatchComparesStrongly(String value, boolean matches) {
        headers.set(HttpHeaders.IF_MATCH, value);

        assertThat(IfMatch.require(headers).matches(SEVEN)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "7\"", "\"7\" \"8\"", "*, \"7\"", "\"7\",", "w/\"7\"", "",
            "\"a b\""})
    void malformedIfMatchIsRefused(String value) {
        headers.set(HttpHeaders.IF_MATCH, value);

        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> IfMatch.of(headers));

        assertThat(thrown.problem().kind()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"7;fr\"|without Accept-Language",
            "W/\"6;pt-br\"|without Accept-Language", "\"6\"|version 7"})
    void aRefusalSaysWhatToDo(String value, String advice) {
        headers.set(HttpHeaders.IF_MATCH, value);

        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> IfMatch.require(headers).check(SEVEN));

        assertThat(thrown.problem().kind()).isEqualTo(ProblemType.VERSION_CONFLICT);
        assertThat(thrown.problem().detail()).contains(advice);
    }

    @Test
    void ifMatchMayBeRequired() {
        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> IfMatch.require(headers));

        assertThat(thrown.problem().kind()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(IfMatch.of(headers)).isEmpty();
    }

    @Test
    void aKeyStandsForOneRequest() {
        headers.set("Idempotency-Key", "k");
        IdempotencyKey key = key("/menu", "a");

        assertThat(key("/menu", "a")).isEqualTo(key);
        assertThat(key("/menu", "b")).isNotEqualTo(key);
        assertThat(key("/items/a", "a")).isNotEqualTo(key);
        assertThat(key("/menu?dry_run=true", "a")).isNotEqualTo(key);
        headers.set(HttpHeaders.IF_MATCH, "\"7\"");
        assertThat(key("/menu", "a")).isNotEqualTo(key);
    }

    private IdempotencyKey key(String path, String body) {
        var request = MockServerHttpRequest.put(path).headers(headers).build();
        return IdempotencyKey.of(request, body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
