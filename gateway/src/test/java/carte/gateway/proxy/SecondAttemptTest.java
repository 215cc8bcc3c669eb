package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class SecondAttemptTest {

    @ParameterizedTest
    @CsvSource({
            "GET,   true,  true,  false, false, false",
            "HEAD,  true,  true,  false, false, false",
            "PUT,   true,  false, false, false, false",
            "POST,  false, false, false, false, false",
            "PATCH, false, false, false, false, false"})
    void isMadeOnlyWhereItCanDoNoHarm(
            String method,
            boolean notReached,
            boolean closed,
            boolean busy,
            boolean garbled,
            boolean tooSlow) {
        assertThat(allowed(method, UpstreamFailure.NOT_REACHED)).isEqualTo(notReached);
        assertThat(allowed(method, UpstreamFailure.CLOSED)).isEqualTo(closed);
        assertThat(allowed(method, UpstreamFailure.BUSY)).isEqualTo(busy);
        assertThat(allowed(method, UpstreamFailure.GARBLED)).isEqualTo(garbled);
        assertThat(allowed(method, UpstreamFailure.TOO_SLOW)).isEqualTo(tooSlow);
    }

    private static boolean allowed(String method, UpstreamFailure failure) {
        return SecondAttempt.allowed(HttpMethod.valueOf(method), failure);
    }
}
