package carte.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class SiteContextTest {

    private static final Assets ASSETS = Assets.read();

    @ParameterizedTest
    @CsvSource({"/restaurants?x=a%3Db, /restaurants?x=a%3Db&lang=fr",
            "/?tag%5B%5D=1&y, /?tag%5B%5D=1&y&lang=fr", "/basket?lang=en, /basket?lang=fr",
            "http://carte.example//evil.example/x, /evil.example/x?lang=fr"})
    void aPageIsOfferedInOtherLanguagesWhateverItsAddressSays(String address, String french) {
        assertThat(context(MockServerHttpRequest.method(
                HttpMethod.GET, URI.create(address))).languages().getLast().address())
                .isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource({"https://carte.example/admin/restaurants/x?saved=7, /admin/restaurants/x",
            "https://carte.example//evil.example, /evil.example", "'::', /admin", "'', /admin"})
    void whatAnswersAFormLeadsBackToItsPage(String page, String back) {
        assertThat(context(MockServerHttpRequest.post("/admin/restaurants/x/undo")
                .header("Referer", page)).path()).isEqualTo(back);
    }

    @Test
    void whatAnswersAFormIsThereInOneLanguage() {
        assertThat(context(MockServerHttpRequest.post("/admin")).languages()).isEmpty();
    }

    private static SiteContext context(MockServerHttpRequest.BaseBuilder<?> request) {
        return SiteContext.of(ASSETS, MockServerWebExchange.from(request));
    }
}
