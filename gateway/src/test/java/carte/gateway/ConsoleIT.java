package carte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import carte.embedded.EmbeddedRedis;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Who gets to the pages behind the login, and how they leave. */
class ConsoleIT {

    private static final String MAMA_PUT = "NG-mama-put-ikeja";
    private static final String EDITOR = "/admin/restaurants/" + MAMA_PUT;
    private static final String JOLLOF = EDITOR + "/items/jollof/quick";
    private static final String SESSION = "carte-session";

    private static final EmbeddedRedis REDIS = EmbeddedRedis.builder().start();
    private static final StubService SERVICE = new StubService();

    private static RunningGateway gateway;

    @BeforeAll
    static void open() {
        gateway = new RunningGateway(List.of(SERVICE.address()), List.of(SERVICE.address()),
                "--spring.data.redis.host=" + REDIS.host(),
                "--spring.data.redis.port=" + REDIS.port());
    }

    @AfterAll
    static void close() {
        gateway.close();
        SERVICE.close();
        REDIS.close();
    }

    @BeforeEach
    void serve() {
        SERVICE.answers(ConsoleIT::answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", EDITOR, EDITOR + "/items/jollof", EDITOR + "/groups",
            EDITOR + "/bulk", EDITOR + "/import", EDITOR + "/schedule", EDITOR + "/history",
            EDITOR + "/history/7", EDITOR + "/orders", EDITOR + "/orders/board",
            EDITOR + "/export/csv", "/admin/operations", "/admin;x=1", "/admin/nothing"})
    void showsNoPageToStrangers(String path) throws Exception {
        HttpResponse<String> answer = new Browser(gateway).get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/oauth2/authorization/carte");
        assertThat(answer.body()).isEmpty();
        assertThat(SERVICE.received()).isEmpty();
    }

    @Test
    void takesNothingFromStrangers() throws Exception {
        HttpResponse<String> answer = new Browser(gateway).post(JOLLOF, "price=1");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/admin");
        assertThat(SERVICE.received()).isEmpty();
    }

    @Test
    void aPartOfAPageSendsTheWholePageToTheLogin() throws Exception {
        Browser stranger = new Browser(gateway);
        HttpResponse<String> answer = stranger.send(stranger.request(EDITOR + "/orders/board")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://evil.example" + EDITOR + "/orders"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue(EDITOR + "/orders");
    }

    @Test
    void whoLogsInComesBackToWhereTheyWantedToBe() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        HttpResponse<String> page = browser.open(EDITOR);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo(EDITOR);
        assertThat(page.body()).contains("Mama Put Ikeja", "value=\"2500\"", "Log out");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(browser.cookies().getCookies()).filteredOn(
                cookie -> cookie.getName().equals(SESSION)).singleElement()
                .matches(cookie -> cookie.isHttpOnly() && cookie.getPath().equals("/"));
        assertThat(new Browser(gateway).get("/admin").headers().firstValue("Set-Cookie")
                .orElseThrow()).containsIgnoringCase("; httponly").contains("; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", EDITOR, EDITOR + "?lang=fr", EDITOR + "?q=jollof",
            EDITOR + "/items/jollof", EDITOR + "/groups", EDITOR + "/bulk?percent=10",
            EDITOR + "/import", EDITOR + "/schedule", EDITOR + "/history",
            EDITOR + "/history/2?lang=fr", EDITOR + "/orders", EDITOR + "?saved=7"})
    void rendersItsPages(String path) throws Exception {
        HttpResponse<String> page = new Browser(gateway).as(MAMA_PUT).open(path);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Mama Put Ikeja", "</html>").doesNotContain("??", "th:",
                "style=", "onclick", "<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'").doesNotContain("unsafe");
    }

    @Test
    void savesWhatAFormSaysOnlyWithItsToken() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        String csrf = Browser.csrf(browser.open(EDITOR));
        SERVICE.received().clear();

        HttpResponse<String> forged = browser.post(JOLLOF, "was-price=2500", "price=2600");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(browser.post(JOLLOF, "was-price=2500", "price=2600", "_csrf=x").statusCode())
                .isEqualTo(403);
        assertThat(SERVICE.received()).isEmpty();

        HttpResponse<String> saved = browser.post(
                JOLLOF, "was-price=2500", "price=2600", csrf);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location"))
                .hasValue(EDITOR + "?saved=8#item-jollof");
        StubService.Received patch = SERVICE.received().getLast();
        assertThat(patch.request().method().name()).isEqualTo("PATCH");
        assertThat(patch.header("If-Match")).isEqualTo("\"7\"");
        assertThat(new String(patch.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"price\":{\"amount\":260000,\"currency\":\"NGN\"}}");
    }

    @Test
    void aLineIsSavedInPlaceAndAConflictIsShown() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        String csrf = Browser.csrf(browser.open(EDITOR));

        HttpResponse<String> row = part(browser, "was-price=2500&price=2600&" + csrf);
        assertThat(row.statusCode()).isEqualTo(200);
        assertThat(row.body()).contains("id=\"item-jollof\"", "hx-swap-oob",
                EDITOR + "/versions/8/live").doesNotContain("<html");
        HttpResponse<String> conflict = part(browser, "was-price=2400&price=2600&" + csrf);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("Use mine", "Keep theirs", "2,500", "2,600");
        assertThat(part(browser, "was-price=2500&price=cheap&" + csrf).statusCode())
                .isEqualTo(422);
    }

    private static HttpResponse<String> part(Browser browser, String form) throws Exception {
        return browser.send(browser.request(JOLLOF).header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void theBoardIsSentAgainOnlyWhenItHasChanged() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        String page = browser.open(EDITOR + "/orders").body();
        String digest = page.replaceAll("(?s).*board\\?seen=(\\w+).*", "$1");

        HttpResponse<String> same = browser.get(EDITOR + "/orders/board?seen=" + digest);
        assertThat(same.statusCode()).isEqualTo(204);
        assertThat(same.body()).isEmpty();
        HttpResponse<String> other = browser.get(EDITOR + "/orders/board?seen=other");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).contains("id=\"board\"").doesNotContain("<html");
    }

    @Test
    void uploadsArePartOfWhatIsProtected() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        String csrf = Browser.csrf(browser.open(EDITOR + "/import"));

        assertThat(upload(browser, "").statusCode()).isEqualTo(403);
        HttpResponse<String> preview = upload(browser, csrf.substring("_csrf=".length()));
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("Jollof rice", "Import it",
                "name=\"version\" value=\"7\"");
    }

    private static HttpResponse<String> upload(Browser browser, String token) throws Exception {
        String body = "";
        for (String part : List.of("name=\"_csrf\"\r\n\r\n" + token,
                "name=\"file\"; filename=\"menu.csv\"\r\n\r\nkind,id\nmenu,")) {
            body += "--limit\r\nContent-Disposition: form-data; " + part + "\r\n";
        }
        return browser.send(browser.request(EDITOR + "/import")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(body + "--limit--\r\n")));
    }

    @Test
    void logoutEndsTheSessionHereAndAtTheIssuer() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        String csrf = Browser.csrf(browser.open("/admin"));
        String session = browser.cookies().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION)).findFirst().orElseThrow()
                .getValue();
        assertThat(browser.post("/logout").statusCode()).isEqualTo(403);
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);

        HttpResponse<String> left = browser.post("/logout", csrf);
        assertThat(left.statusCode()).as(left.body()).isEqualTo(302);
        assertThat(left.headers().firstValue("Location").orElseThrow())
                .contains("/leave", "id_token_hint=", "post_logout_redirect_uri=");
        assertThat(browser.get("/admin").statusCode()).isEqualTo(302);
        Browser thief = new Browser(gateway);
        assertThat(thief.send(thief.request("/admin").header("Cookie", SESSION + "=" + session))
                .statusCode()).isEqualTo(302);
        assertThat(thief.get("/login?left").body()).contains("You have logged out");
    }

    @Test
    void aRestaurantSeesItsOwnOnly() throws Exception {
        Browser browser = new Browser(gateway).as("NG-suya-spot");

        assertThat(browser.open(EDITOR).statusCode()).isEqualTo(403);
        assertThat(browser.get(EDITOR + "/orders").statusCode()).isEqualTo(403);
        assertThat(browser.get("/admin/restaurants/..%2f").statusCode()).isEqualTo(404);
    }

    @Test
    void aSessionIsNoTokenOfThePublicApi() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        browser.open("/admin");

        assertThat(browser.send(browser.request("/api/v1/restaurants/" + MAMA_PUT + "/menu")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(401);
    }

    private static Publisher<Void> answer(
            HttpServerRequest request, HttpServerResponse response) {
        String uri = request.uri();
        String body = uri.contains("/export?format=json")
                ? menu(7, 250_000)
                : uri.contains("/items/")
                        ? menu(8, 260_000)
                        : uri.contains("/diff") || uri.contains("dry_run")
                                ? DIFF
                                : uri.contains("/propagation")
                                        ? PROPAGATION
                                        : uri.contains("/versions")
                                                ? VERSIONS
                                                : uri.contains("/schedule")
                                                        || uri.contains("/orders")
                                                                ? NOTHING
                                                                : RESTAURANTS;
        return response.header("Content-Type", "application/json").header("Menu-Version", "7")
                .sendString(Mono.just(body));
    }

    private static String menu(int version, int price) {
        return """
                {"restaurantId": "NG-mama-put-ikeja", "version": %d, "currency": "NGN",
                 "sections": [{"id": "rice", "name": "Rice", "items": [
                   {"id": "jollof", "name": "Jollof rice",
                    "price": {"amount": %d, "currency": "NGN"},
                    "availability": {"status": "AVAILABLE", "until": null},
                    "allergens": ["peanuts"], "diets": [], "modifierGroups": ["protein"],
                    "prices": {}}], "sections": []}],
                 "modifierGroups": [{"id": "protein", "name": "Protein", "min": 0, "max": 1,
                   "free": 0, "options": [{"id": "fish", "name": "Fish",
                     "price": {"amount": 100, "currency": "NGN"}, "max": 1}]}]}"""
                .formatted(version, price);
    }

    private static final String RESTAURANTS = """
            {"items": [{"id": "NG-mama-put-ikeja", "name": "Mama Put Ikeja", "country": "NG",
              "city": "Lagos", "cuisines": ["nigerian"], "currency": "NGN",
              "timeZone": "Africa/Lagos", "open": true, "menuVersion": 7}], "next": null}""";
    private static final String NOTHING = "{\"items\": [], \"next\": null}";
    private static final String DIFF = """
            {"from": 7, "to": 2, "changes": [{"kind": "CHANGED", "what": "ITEM", "id": "jollof",
              "name": "Jollof rice", "section": "rice", "fields": [{"field": "price",
                "from": {"amount": 250000, "currency": "NGN"},
                "to": {"amount": 200000, "currency": "NGN"}}]}]}""";
    private static final String PROPAGATION = """
            {"version": 7, "committedAt": "2026-11-23T17:10:11Z",
             "kafkaAckedAt": "2026-11-23T17:10:11.002Z",
             "redisAppliedAt": "2026-11-23T17:10:11.005Z", "gateways": [], "traceId": null}""";
    private static final String VERSIONS = """
            {"items": [{"version": 7, "publishedAt": "2026-11-23T17:10:11Z", "author": "mama-put",
              "change": "ITEM_CHANGED", "traceId": null}], "next": null}""";
}
