package carte.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

class ProblemMappingTest {

    @Test
    void mapsWhatEndsRequests() {
        assertThat(kindOf(new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(kindOf(new MethodNotAllowedException(HttpMethod.DELETE, Set.of(HttpMethod.GET))))
                .isEqualTo(ProblemType.METHOD_NOT_ALLOWED);
        assertThat(kindOf(new NotAcceptableStatusException(List.of(MediaType.APPLICATION_JSON))))
                .isEqualTo(ProblemType.NOT_ACCEPTABLE);
        assertThat(kindOf(new UnsupportedMediaTypeStatusException(
                MediaType.TEXT_PLAIN, List.of(MediaType.APPLICATION_JSON))))
                .isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(kindOf(new ServerWebInputException("unreadable")))
                .isEqualTo(ProblemType.MALFORMED_REQUEST);
        assertThat(kindOf(new DataBufferLimitException("2 MB"))).isEqualTo(ProblemType.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"400, MALFORMED_REQUEST", "404, NOT_FOUND", "429, TOO_MANY_REQUESTS",
            "500, INTERNAL_ERROR", "502, BAD_GATEWAY", "503, UNAVAILABLE",
            "504, UPSTREAM_TIMEOUT"})
    void keepsTheStatus(int status, ProblemType kind) {
        Problem problem = ProblemMapping.of(
                new ResponseStatusException(HttpStatusCode.valueOf(status)), "/x");

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.status()).isEqualTo(status);
    }

    @Test
    void keepsInternalsToItself() {
        Problem problem = ProblemMapping.of(new IllegalStateException("password=secret"), "/x");

        assertThat(problem.kind()).isEqualTo(ProblemType.INTERNAL_ERROR);
        assertThat(ContractJson.mapper().writeValueAsString(problem)).doesNotContain("secret");
    }

    @Test
    void writesTheDocumentOfRfc9457() {
        Problem problem = Problem.invalid(List.of(new Fault("/name", "expected a text")));

        assertThat(
                ContractJson.mapper().readTree(ContractJson.mapper().writeValueAsString(problem)))
                .isEqualTo(ContractJson.mapper().readTree("""
                        {"type": "urn:problem:carte:invalid-content",
                         "title": "The content is not valid", "status": 422,
                         "detail": "1 fault was found; nothing was changed",
                         "errors": [{"pointer": "/name", "detail": "expected a text"}]}"""));
    }

    @Test
    void leavesOutErrorsWhereThereAreNone() {
        Problem problem = Problem.of(ProblemType.NOT_FOUND, "nothing is served at /x");

        assertThat(ContractJson.mapper().writeValueAsString(problem)).doesNotContain("errors");
    }

    @Test
    void writesExtensionsBesideTheOtherMembers() {
        Problem problem = Problem.of(ProblemType.MENU_CHANGED, "1 line differs")
                .with("menuVersion", 8)
                .with("changes", List.of("jollof"));

        assertThat(
                ContractJson.mapper().readTree(ContractJson.mapper().writeValueAsString(problem)))
                .isEqualTo(ContractJson.mapper().readTree("""
                        {"type": "urn:problem:carte:menu-changed",
                         "title": "The menu has changed", "status": 409,
                         "detail": "1 line differs", "menuVersion": 8, "changes": ["jollof"]}"""));
    }

    private static ProblemType kindOf(Throwable error) {
        return ProblemMapping.of(error, "/x").kind();
    }
}
