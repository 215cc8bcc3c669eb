package carte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import carte.embedded.EmbeddedRedis;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;

/** Who gets to the pages behind the login, and how they leave. */
class ConsoleIT {

    private static final String MAMA_PUT = "NG-mama-put-ikeja";
    private static final String EDITOR = "/admin/restaurants/" + MAMA_PUT;
    private static final String JOLLOF = EDITOR + "/items/jollof/quick";
    private static final String SESSION = "carte-session";
    private static final String SESSIONS = "carte:session:sessions:*";

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
        SERVICE.answers(ApiOfMamaPut::answer);
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
        assertThat(answer.headers().firstValue("Location")).hasValue("/login?ended");
        assertThat(SERVICE.received()).isEmpty();
    }

    /** Redis keeps menus, too: whoever knocks takes nothing of it, and a login only for a while. */
    @Test
    void onlyWhoHasLoggedInHasASessionForLong() throws Exception {
        ReactiveStringRedisTemplate redis = gateway.context().getBean(
                ReactiveStringRedisTemplate.class);
        redis.delete(redis.keys(SESSIONS)).block();
        Browser browser = new Browser(gateway).as(MAMA_PUT);

        assertThat(browser.get(EDITOR).statusCode()).isEqualTo(302);
        assertThat(redis.keys(SESSIONS).collectList().block()).isEmpty();
        browser.get("/oauth2/authorization/carte");
        assertThat(idle(redis)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(11));
        browser.open(EDITOR);
        assertThat(idle(redis)).isGreaterThan(Duration.ofHours(7));
    }

    private static Duration idle(ReactiveStringRedisTemplate redis) {
        return redis.keys(SESSIONS).single().flatMap(redis::getExpire).blockOptional()
                .orElseThrow();
    }

    @Test
    void saysToEachWhyTheyAreAtTheLogin() throws Exception {
        Browser browser = new Browser(gateway);

        assertThat(browser.get("/login").body()).doesNotContain("logged out");
        assertThat(browser.get("/login?ended").body()).contains("was not saved");
        assertThat(browser.get("/login?left").body()).contains("You have logged out");
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
        assertThat(new Browser(gateway).get("/oauth2/authorization/carte").headers()
                .firstValue("Set-Cookie").orElseThrow())
                .containsIgnoringCase("; httponly").contains("; SameSite=Lax");
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
    void theOrderThatHasWaitedLongestIsOnTheBoard() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        SERVICE.answers((request, response) -> {
            String uri = request.uri();
            return uri.contains("/orders?")
                    ? response.header("Content-Type", "application/json").sendString(Mono.just(
                            uri.contains("cursor=a%2Bb")
                                    ? ApiOfMamaPut.order("0001", "2026-11-23T17:10:11Z", "null")
                                    : ApiOfMamaPut.order("0002", "2026-11-23T17:20:11Z",
                                            "\"a+b\"")))
                    : ApiOfMamaPut.answer(request, response);
        });

        assertThat(browser.open(EDITOR + "/orders").body()).contains("#0001", "#0002")
                .doesNotContain("older orders");
    }

    @Test
    void whatWasTypedComesBackWithARefusal() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        String csrf = Browser.csrf(browser.open(EDITOR));

        HttpResponse<String> item = browser.post(EDITOR + "/items/jollof", "was-price=2500",
                "price=cheap", "was-description=", "description=As at parties", csrf);
        assertThat(item.statusCode()).isEqualTo(422);
        assertThat(item.body()).contains("value=\"cheap\"", "As at parties",
                "name=\"was-price\" value=\"2500\"", "That is no price")
                .doesNotContain("??", "hreflang");
        HttpResponse<String> group = browser.post(EDITOR + "/groups/protein", "was={}",
                "name=Meat or fish", "min=0", "max=few", "free=0", csrf);
        assertThat(group.statusCode()).isEqualTo(422);
        assertThat(group.body()).contains("value=\"Meat or fish\"", "value=\"few\"");
        HttpResponse<String> change = browser.post(EDITOR + "/schedule", "at=2099-12-01T11:00",
                "item=jollof", "price=much", csrf);
        assertThat(change.statusCode()).isEqualTo(422);
        assertThat(change.body()).contains("value=\"2099-12-01T11:00\"", "value=\"much\"");
    }

    @Test
    void aRefusalIsInTheLanguageOfThePage() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        String csrf = Browser.csrf(browser.open(EDITOR + "?lang=fr"));
        SERVICE.answers((request, response) -> request.method().name().equals("POST")
                ? response.status(409).header("Content-Type", "application/problem+json")
                        .sendString(Mono.just("{\"type\": \"urn:problem:carte:schedule-full\","
                                + "\"detail\": \"no more than 4 MiB\"}"))
                : ApiOfMamaPut.answer(request, response));

        assertThat(browser.post(EDITOR + "/schedule", "at=2099-12-01T11:00", "item=jollof",
                "price=2600", csrf).body()).contains("Rien de plus ne peut être programmé",
                        "<span lang=\"en\" dir=\"ltr\">no more than 4 MiB</span>");
        HttpResponse<String> forged = browser.send(browser.request(JOLLOF)
                .setHeader("Accept", "*/*").header("HX-Request", "true")
                .POST(BodyPublishers.noBody()));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("Rien n’a été modifié").startsWith("{");
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
        assertThat(new String(imported().body(), StandardCharsets.ISO_8859_1))
                .as("to the byte").isEqualTo("kind,id\nmenu,caf\u00e9");
    }

    private static StubService.Received imported() {
        return SERVICE.received().stream()
                .filter(each -> each.request().uri().contains("dry_run")).findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> upload(Browser browser, String token) throws Exception {
        String body = "";
        for (String part : List.of("name=\"_csrf\"\r\n\r\n" + token,
                "name=\"file\"; filename=\"menu.csv\"\r\n\r\nkind,id\nmenu,caf\u00e9")) {
            body += "--limit\r\nContent-Disposition: form-data; " + part + "\r\n";
        }
        return browser.send(browser.request(EDITOR + "/import")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(
                        body + "--limit--\r\n", StandardCharsets.ISO_8859_1)));
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
                .contains("/leave", "id_token_hint=", "post_logout_redirect_uri=")
                .endsWith("/login?left");
        assertThat(browser.get("/admin").statusCode()).isEqualTo(302);
        Browser thief = new Browser(gateway);
        assertThat(thief.send(thief.request("/admin").header("Cookie", SESSION + "=" + session))
                .statusCode()).isEqualTo(302);
    }

    @Test
    void aRestaurantSeesItsOwnOnly() throws Exception {
        Browser browser = new Browser(gateway).as("NG-suya-spot");

        HttpResponse<String> page = browser.open(EDITOR);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This page is for others", "Log out");
        HttpResponse<String> operations = browser.get("/admin/operations");
        assertThat(operations.statusCode()).isEqualTo(403);
        assertThat(operations.body()).contains("Operations is for operators");
        assertThat(browser.post("/logout", Browser.csrf(page)).statusCode()).isEqualTo(302);
        assertThat(browser.open(EDITOR).statusCode()).isEqualTo(403);
        assertThat(browser.get(EDITOR + "/orders").statusCode()).isEqualTo(403);
        assertThat(browser.get("/admin/restaurants/..%2f").statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsNobodyHereCanLogOut() throws Exception {
        HttpResponse<String> page = new Browser(gateway).as("outsider").open("/admin");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This account is of no use here", "Log out");
        Browser.csrf(page);
    }

    @Test
    void aSessionIsNoTokenOfThePublicApi() throws Exception {
        Browser browser = new Browser(gateway).as(MAMA_PUT);
        browser.open("/admin");

        assertThat(browser.send(browser.request("/api/v1/restaurants/" + MAMA_PUT + "/menu")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(401);
    }
}
