package carte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import java.net.http.HttpResponse;
import org.assertj.core.api.AbstractStringAssert;

/** What every problem document of the gateway has in common. */
final class Problems {

    private Problems() {}

    static AbstractStringAssert<?> assertProblem(
            HttpResponse<byte[]> response, int status, String slug) {
        var document = ContractJson.mapper().readTree(response.body());
        assertThat(response.statusCode()).as(document.toString()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(document.path("type").asString()).isEqualTo("urn:problem:carte:" + slug);
        assertThat(document.path("status").asInt()).isEqualTo(status);
        assertThat(document.path("title").asString()).isNotBlank();
        return assertThat(document.path("detail").asString())
                .isNotBlank()
                .doesNotContain("Exception");
    }
}
