package carte.gateway;

import static carte.gateway.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.json.ContractJson;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The document of the public API and the pages that show it. */
class DocsIT {

    private static final StubService MENU_SERVICE = new StubService();
    private static final StubService ORDER_SERVICE = new StubService();
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    private static RunningGateway gateway;

    @BeforeAll
    static void open() {
        gateway = new RunningGateway(
                List.of(MENU_SERVICE.address()), List.of(ORDER_SERVICE.address()));
    }

    @AfterAll
    static void close() {
        gateway.close();
        MENU_SERVICE.close();
        ORDER_SERVICE.close();
    }

    @Test
    void isKeptWhereAServiceGoesAwayAndMissingWhereOneWasNeverHeard() throws Exception {
        describes(MENU_SERVICE, "/api/v1/restaurants", "post", "createRestaurant");
        ORDER_SERVICE.answers(503, "");
        HttpResponse<byte[]> early = gateway.get("/openapi.json");
        assertProblem(early, 503, "unavailable");
        assertThat(early.headers().firstValue("Retry-After")).hasValue("1");

        describes(ORDER_SERVICE, "/api/v1/orders", "post", "placeOrder");
        HttpResponse<byte[]> whole = gateway.get("/openapi.json");
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode document = ContractJson.mapper().readTree(whole.body());
        assertThat(document.path("paths").propertyNames()).containsExactly("/api/v1/orders",
                "/api/v1/restaurants", "/api/v1/restaurants/popular",
                "/api/v1/restaurants/{id}", "/api/v1/restaurants/{id}/events");
        assertThat(document.path("paths").path("/api/v1/restaurants").propertyNames())
                .containsExactlyInAnyOrder("get", "post");

        ORDER_SERVICE.answers(503, "");
        assertThat(gateway.get("/openapi.json").body()).isEqualTo(whole.body());
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(gateway.send(gateway.to("/openapi.json").GET().header("If-None-Match", tag))
                .statusCode()).isEqualTo(304);
    }

    @Test
    void pageRunsNothingInlineAndNothingFromElsewhere() throws Exception {
        HttpResponse<byte[]> page = gateway.get("/docs");

        String html = new String(page.body(), UTF_8);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe", "http");
        assertThat(html).doesNotContain("style=", "onload", "http:", "https:")
                .doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void everyFileOfThePageIsThere() throws Exception {
        Matcher link = LINK.matcher(new String(gateway.get("/docs").body(), UTF_8));
        int files = 0;
        while (link.find()) {
            if (link.group(1).startsWith("/docs/")) {
                files++;
                assertThat(gateway.get(link.group(1)).statusCode()).as(link.group(1))
                        .isEqualTo(200);
            }
        }
        assertThat(files).isEqualTo(5);
        assertProblem(gateway.get("/docs/oauth2-redirect.html"), 404, "not-found");
        assertProblem(gateway.get("/docs/..%2fapplication.yaml"), 404, "not-found");
    }

    @Test
    void filesOfAVersionAreKeptForeverAndComeInGzip() throws Exception {
        Matcher link = Pattern.compile("\"(/docs/[^\"]+bundle.js)\"")
                .matcher(new String(gateway.get("/docs").body(), UTF_8));
        assertThat(link.find()).isTrue();

        HttpResponse<byte[]> plain = gateway.get(link.group(1));
        HttpResponse<byte[]> zipped = gateway.send(
                gateway.to(link.group(1)).GET().header("Accept-Encoding", "gzip"));

        assertThat(plain.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000", "immutable");
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    private static void describes(StubService service, String path, String method, String id) {
        String document = """
                {"openapi": "3.1.0", "paths": {"%s": {"%s": {"operationId": "%s"}}}}"""
                .formatted(path, method, id);
        service.answers((request, response) -> request.uri().equals("/openapi.json")
                ? response.header("Content-Type", "application/json")
                        .sendString(Mono.just(document))
                : response.status(404).send());
    }
}
