package carte.gateway.edge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.server.NotAcceptableStatusException;

class AcceptHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*;q=0.1", "text/html, application/*"})
    void takesWhatItNames(String accept) {
        assertThatCode(() -> require(accept)).doesNotThrowAnyException();
    }

    @Test
    void takesAnythingWhereNothingIsSaid() {
        ServerHttpRequest request = MockServerHttpRequest.get("/").build();

        assertThatCode(() -> AcceptHeader.require(MediaType.APPLICATION_JSON, request))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "nonsense", "a/b;q=9", ";"})
    void refusesOtherTypesAndWhatIsNone(String accept) {
        assertThatThrownBy(() -> require(accept)).isInstanceOf(NotAcceptableStatusException.class);
    }

    private static void require(String accept) {
        AcceptHeader.require(MediaType.APPLICATION_JSON,
                MockServerHttpRequest.get("/").header("Accept", accept).build());
    }
}
