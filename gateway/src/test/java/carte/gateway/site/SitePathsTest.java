package carte.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class SitePathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/restaurants", "/restaurants/NG-a", "/basket", "/orders/1",
            "/assets/1/site.css"})
    void customersPagesAreForEverybody(String path) {
        assertThat(SitePaths.isOpen(MockServerHttpRequest.get(path).build())).isTrue();
        assertThat(SitePaths.isOpen(MockServerHttpRequest.method(HttpMethod.POST, path).build()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin", "/admin/restaurants/NG-a", "/api/v1/restaurants",
            "/basketball", "/restaurantsX/"})
    void othersAreNot(String path) {
        assertThat(SitePaths.isOpen(MockServerHttpRequest.get(path).build())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/, text/html, true", "/, application/json, false", "/, */*, false",
            "/admin, */*, true", "/assets/1/site.css, text/css, false",
            "/api/v1/orders, text/html, false"})
    void whatCostsCallsIsCounted(String path, String accept, boolean counted) {
        assertThat(SitePaths.isPage(MockServerHttpRequest.get(path).header("Accept", accept)
                .build())).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "text/plain", "*/*"})
    void aProgramGetsNoPage(String accept) {
        assertThat(SitePaths.asksForPage(MockServerHttpRequest.get("/").header("Accept", accept)
                .build())).isFalse();
    }
}
