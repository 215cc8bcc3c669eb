package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class SecondAttemptTest {

    @ParameterizedTest
    @CsvSource({
            "GET,   false, true, true",
            "HEAD,  false, true, true",
            "PUT,   false, true, false",
            "POST,  false, true, false",
            "PATCH, false, true, false",
            "PUT,   true,  true, true",
            "POST,  true,  true, true",
            "PATCH, true,  true, true"})
    void isMadeOnlyWhereItCanDoNoHarm(
            String method, boolean hasKey, boolean notReached, boolean closed) {
        assertThat(allowed(method, hasKey, UpstreamFailure.NOT_REACHED)).isEqualTo(notReached);
        assertThat(allowed(method, hasKey, UpstreamFailure.CLOSED)).isEqualTo(closed);
        assertThat(allowed(method, hasKey, UpstreamFailure.BUSY)).isFalse();
        assertThat(allowed(method, hasKey, UpstreamFailure.GARBLED)).isFalse();
        assertThat(allowed(method, hasKey, UpstreamFailure.TOO_SLOW)).isFalse();
    }

    private static boolean allowed(String method, boolean hasKey, UpstreamFailure failure) {
        return SecondAttempt.allowed(HttpMethod.valueOf(method), hasKey, failure);
    }
}
