package carte.gateway.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import carte.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class ApiAnswerTest {

    @Test
    void tellsAProblemInParts() {
        ApiAnswer answer = answer(422, "application/problem+json", """
                {"type": "urn:problem:carte:invalid-content", "detail": "1 fault was found",
                 "errors": [{"pointer": "/price", "detail": "expected an amount"}]}""");
        assertThat(answer.isGood()).isFalse();
        assertThat(answer.problem()).contains(ProblemType.INVALID_CONTENT);
        assertThat(answer.detail()).isEqualTo("1 fault was found");
        assertThat(answer.errors())
                .containsExactly(new ApiAnswer.Fault("/price", "expected an amount"));
    }

    @Test
    void hasTextsAsTheyAre() {
        assertThat(answer(200, "text/csv", "id,name\n").body().asString()).isEqualTo("id,name\n");
    }

    @Test
    void takesWhatOnlyClaimsToBeJsonAsText() {
        assertThat(answer(502, "application/json", "<html>").body().isString()).isTrue();
    }

    @Test
    void hasNothingWhereNothingCame() {
        assertThat(answer(204, "application/json", "").body().isMissingNode()).isTrue();
    }

    @Test
    void standsForAnAnswerThatNeverCame() {
        assertThat(ApiAnswer.away().status()).isEqualTo(503);
        assertThat(ApiAnswer.away().problem()).contains(ProblemType.UNAVAILABLE);
    }

    private static ApiAnswer answer(int status, String type, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        return ApiAnswer.of(status, headers, body.getBytes(UTF_8));
    }
}
