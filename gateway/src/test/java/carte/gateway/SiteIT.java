package carte.gateway;

import static carte.gateway.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.fixture.Menus;
import carte.contracts.menu.RestaurantId;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/** What a browser gets of a real gateway, and what a program gets at the same addresses. */
class SiteIT {

    private static final ServicesStub SERVICES = new ServicesStub();
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"(/assets/[^\"#]+)");

    private static RunningGateway gateway;

    private final RestaurantId id = Menus.freshRestaurant();
    private final String page = "/restaurants/" + id;

    @BeforeAll
    static void open() {
        gateway = new RunningGateway(List.of(SERVICES.menu().address()),
                List.of(SERVICES.order().address()));
    }

    @AfterAll
    static void close() {
        gateway.close();
        SERVICES.close();
    }

    @BeforeEach
    void serve() {
        SERVICES.serve(Menus.translated(id, 7));
    }

    @Test
    void theBareAddressIsAPageForBrowsersOnly() throws Exception {
        assertThat(html(browse("/"))).contains("<html lang=\"en\" dir=\"ltr\">", "Mama Put");
        for (String accept : List.of("application/json", "*/*")) {
            HttpResponse<byte[]> json = gateway.send(
                    gateway.withoutToken("/").header("Accept", accept));
            assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json");
        }
    }

    @Test
    void firstReadsAreAnsweredAndOneIsAPage() throws Exception {
        List<String> targets = Binder.get(gateway.context().getEnvironment())
                .bind("carte.first-reads.targets", Bindable.listOf(String.class)).get();
        List<String> types = new ArrayList<>();
        for (String target : targets) {
            HttpResponse<byte[]> answer = gateway.send(gateway.withoutToken(target));
            assertThat(answer.statusCode()).as(target).isEqualTo(200);
            types.add(answer.headers().firstValue("Content-Type").orElseThrow());
        }
        assertThat(types).contains("text/html;charset=UTF-8", "application/json");
    }

    @Test
    void showsAMenuAndAPartOfItAlone() throws Exception {
        String whole = html(browse(page));
        assertThat(whole).contains("data-version=\"7\"", "sse-connect=\"/api/v1" + page
                + "/events\"", "</html>");
        HttpResponse<byte[]> part = browse(page + "/menu-fragment?min_version=7");
        assertThat(html(part)).startsWith("<div id=\"menu\"").doesNotContain("<html");
        assertThat(whole).contains(html(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/restaurants", "/restaurants?q=rice&open_now=x&city=%00",
            "/basket", "/orders/o1", "/restaurants/NG-nobody",
            "/?x=a=b", "/restaurants?tag[]=1&y", "/nowhere?utm=%26=%3D"})
    void allowsNothingInlineAndNothingFromElsewhere(String path) throws Exception {
        HttpResponse<byte[]> answer = browse(path);
        String html = html(answer);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(html).doesNotContainPattern("(?i) style=\"| on[a-z]+=\"|<style|<script>")
                .doesNotContain("??");
    }

    @Test
    void keepsAssetsForGoodAndPagesNot() throws Exception {
        HttpResponse<byte[]> answer = browse(page);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache, private");
        Matcher address = ADDRESS.matcher(html(answer));
        int found = 0;
        while (address.find()) {
            HttpResponse<byte[]> asset = gateway.send(gateway.withoutToken(address.group(1))
                    .header("Accept-Encoding", "gzip"));
            assertThat(asset.statusCode()).as(address.group(1)).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
            assertThat(asset.headers().firstValue("Content-Encoding")).hasValue("gzip");
            found++;
        }
        assertThat(found).isGreaterThan(4);
    }

    @Test
    void saysThatABrowserHasAPageAlready() throws Exception {
        String tag = browse(page).headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = gateway.send(browser(page).header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void speaksTheLanguageThatWasChosenLast() throws Exception {
        HttpResponse<byte[]> chosen = browse("/basket?lang=fr");
        assertThat(html(chosen)).contains("lang=\"fr\"", "Votre panier");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("lang=fr;").contains("SameSite=Lax");
        assertThat(html(gateway.send(browser("/basket").header("Cookie", "lang=fr")
                .header("Accept-Language", "en")))).contains("Votre panier");
    }

    @Test
    void saysInWordsWhatIsNotThere() throws Exception {
        for (String path : List.of("/restaurants/NG-nobody", "/restaurants/x", "/nowhere",
                page + "/items/nothing")) {
            HttpResponse<byte[]> answer = browse(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(html(answer)).contains("There is nothing here");
        }
        assertProblem(gateway.send(gateway.withoutToken("/nowhere")), 404, "not-found");
    }

    @Test
    void saysInWordsThatTheKitchenDoesNotAnswer() throws Exception {
        SERVICES.menu().answers(503, "");
        HttpResponse<byte[]> answer = browse("/restaurants/NG-unheard-of");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(html(answer)).contains("The kitchen does not answer");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertProblem(gateway.send(gateway.withoutToken("/restaurants/NG-unheard-of")), 503,
                "unavailable").contains("cannot be had");
    }

    @Test
    void theFirstPageDoesNotTakeASilentKitchenForAClosedOne() throws Exception {
        SERVICES.menu().answers(503, "");
        HttpResponse<byte[]> answer = browse("/?country=NG");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(html(answer)).contains("Part of Carte cannot be reached")
                .doesNotContain("Nothing is open");
    }

    @Test
    void anotherMethodIsNoPage() throws Exception {
        assertProblem(gateway.send(gateway.withoutToken("/basket")
                .POST(HttpRequest.BodyPublishers.noBody())), 405, "method-not-allowed");
    }

    private static HttpRequest.Builder browser(String path) {
        return gateway.withoutToken(path).GET()
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Encoding", "gzip");
    }

    private static HttpResponse<byte[]> browse(String path) throws Exception {
        return gateway.send(browser(path));
    }

    private static String html(HttpResponse<byte[]> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        return new String(new GZIPInputStream(
                new ByteArrayInputStream(answer.body())).readAllBytes(), UTF_8);
    }
}
