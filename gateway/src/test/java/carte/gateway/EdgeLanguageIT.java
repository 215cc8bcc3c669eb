package carte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.fixture.Menus;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuTranslation;
import carte.contracts.menu.RestaurantId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Menus in their readers' languages, from a real gateway with a log that is written by hand. */
class EdgeLanguageIT {

    private static final MenuServiceStub SERVICE = new MenuServiceStub();

    private static MenuLogUnderTest log;
    private static RunningGateway gateway;

    private final RestaurantId id = Menus.freshRestaurant();
    private final String menu = "/api/v1/restaurants/" + id + "/menu";
    private final MenuDocument seven = Menus.translated(id, 7);

    @BeforeAll
    static void open() {
        log = new MenuLogUnderTest();
        gateway = new RunningGateway(List.of(SERVICE.address()),
                List.of(RunningGateway.deadAddress()),
                "--carte.freshness.bound=10m", "--carte.freshness.stale-if-error=20m",
                "--carte.edge.fill-deadline=5m",
                "--spring.kafka.bootstrap-servers=" + log.bootstrapServers());
    }

    @AfterAll
    static void close() {
        gateway.close();
        log.close();
        SERVICE.close();
    }

    @BeforeEach
    void serve() {
        SERVICE.has(seven);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"fr|fr", "fr-CA,fr;q=0.9,en;q=0.8|fr", "PT-br|pt-br"})
    void readersGetTheWordsOfTheirFirstLanguage(String preferred, String language)
            throws Exception {
        byte[] words = MenuJson.of(MenuTranslation.of(seven, language)).utf8();
        for (HttpResponse<byte[]> answer : loadedAndKept(preferred)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(words);
            assertThat(header(answer, "ETag")).isEqualTo("\"7;" + language + "\"");
            assertThat(header(answer, "Menu-Version")).isEqualTo("7");
            assertThat(header(answer, "Content-Language")).isEqualTo(language);
            assertThat(header(answer, "Vary")).isEqualTo("accept-encoding, accept-language");
            assertThat(header(answer, "Surrogate-Key")).isEqualTo(id.value());
            assertThat(header(answer, "As-Of")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB,en;q=0.9,fr;q=0.8", "*", "pt", "fr;q=2", ";;;"})
    void othersGetTheMenusOwnWords(String preferred) throws Exception {
        awaitKept();
        String answer = gateway.raw("GET " + menu + " HTTP/1.1", "Host: carte",
                "Accept-Language: " + preferred, "Connection: close");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("etag: \"7\"")
                .contains("vary: accept-encoding, accept-language")
                .doesNotContain("content-language").contains("\"name\":\"Jollof rice 7\"");
    }

    @Test
    void aReaderHasTheFormThatItHasTheTagOf() throws Exception {
        for (var known : List.of("\"7;fr\"", "W/\"7;fr\"", "\"6\", \"7;fr\"", "*")) {
            for (HttpResponse<byte[]> answer : loadedAndKept("fr", "If-None-Match", known)) {
                assertThat(answer.statusCode()).as(known).isEqualTo(304);
                assertThat(header(answer, "ETag")).isEqualTo("\"7;fr\"");
                assertThat(header(answer, "Vary")).contains("accept-language");
            }
        }
        for (var other : List.of("\"7\"", "\"7;pt-br\"", "\"6;fr\"")) {
            assertThat(get("fr", "If-None-Match", other).statusCode()).as(other).isEqualTo(200);
        }
        assertThat(get("sw", "If-None-Match", "\"7;fr\"").statusCode()).isEqualTo(200);
        assertThat(get("sw", "If-None-Match", "\"7\"").statusCode()).isEqualTo(304);
    }

    @Test
    void headersAndCodingsAreThoseOfTheForm() throws Exception {
        awaitKept();
        HttpResponse<byte[]> gzip = get("fr", "Accept-Encoding", "gzip");
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        HttpResponse<byte[]> head = gateway.send(request("fr").HEAD());
        assertThat(header(head, "ETag")).isEqualTo("\"7;fr\"");
        assertThat(header(head, "Content-Language")).isEqualTo("fr");
        assertThat(header(head, "Content-Length"))
                .isEqualTo(Integer.toString(get("fr").body().length));
    }

    @Test
    void aChangeChangesAllForms() throws Exception {
        awaitKept();
        assertThat(header(get("fr"), "ETag")).isEqualTo("\"7;fr\"");
        for (int version = 8; version <= 12; version++) {
            String next = "\"" + version + ";fr\"";
            String before = "\"" + (version - 1) + ";fr\"";
            log.change(Menus.translated(id, version));
            await().until(() -> {
                HttpResponse<byte[]> answer = get("fr");
                String tag = header(answer, "ETag");
                assertThat(tag).isIn(before, next);
                assertThat(tag).startsWith("\"" + header(answer, "Menu-Version") + ";")
                        .startsWith("\"" + MenuJson.ofUtf8(answer.body()).parse().version());
                return tag.equals(next);
            });
            assertThat(new String(get("fr").body(), StandardCharsets.UTF_8))
                    .contains("\"name\":\"Riz jollof " + version + "\",");
        }
        log.change(Menus.menu(id, 13, Menus.PUBLISHED));
        await().until(() -> header(get("fr"), "ETag").equals("\"13\""));
        assertThat(header(get("fr"), "Vary")).isEqualTo("accept-encoding");
    }

    private List<HttpResponse<byte[]>> loadedAndKept(String language, String... headers)
            throws Exception {
        HttpResponse<byte[]> loaded = get(language, headers);
        awaitKept();
        get(language);
        HttpResponse<byte[]> kept = get(language, headers);
        assertThat(header(kept, "Cache-Status")).isEqualTo("carte-edge; hit");
        HttpResponse<byte[]> least = gateway.send(to(menu + "?min_version=7", language, headers));
        return List.of(loaded, kept, least);
    }

    private void awaitKept() {
        await().until(() -> {
            log.watermark(id, Instant.now());
            return header(get("sw"), "Cache-Status").equals("carte-edge; hit");
        });
    }

    private HttpResponse<byte[]> get(String language, String... headers)
            throws IOException, InterruptedException {
        return gateway.send(to(menu, language, headers));
    }

    private HttpRequest.Builder request(String language) {
        return to(menu, language);
    }

    private static HttpRequest.Builder to(String path, String language, String... headers) {
        HttpRequest.Builder request = gateway.to(path).header("Accept-Language", language);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
