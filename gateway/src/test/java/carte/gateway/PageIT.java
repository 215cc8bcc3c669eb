package carte.gateway;

import static carte.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.fixture.Menus;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.Item;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuTranslation;
import carte.contracts.menu.RestaurantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a real gateway makes of the answers of two services. */
class PageIT {

    private static final ServicesStub SERVICES = new ServicesStub();

    private static RunningGateway gateway;

    private final RestaurantId id = Menus.freshRestaurant();
    private final String page = "/api/v1/restaurants/" + id;

    @BeforeAll
    static void open() {
        // Restaurants are kept for as long as the tests take; the menu log is away, so menus are
        // not. Whoever never answers is waited for as long as this says.
        gateway = new RunningGateway(List.of(SERVICES.menu().address()),
                List.of(SERVICES.order().address()),
                "--carte.freshness.bound=10m", "--carte.freshness.stale-if-error=20m",
                "--carte.page.menu=20s", "--carte.page.restaurant=20s",
                "--carte.page.popularity=500ms");
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
    void hasAllPartsByOneCallEach() throws Exception {
        HttpResponse<byte[]> answer = gateway.get(page);

        JsonNode parts = json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(parts.at("/restaurant/id").stringValue()).isEqualTo(id.value());
        assertThat(parts.at("/restaurant/rating").doubleValue()).isEqualTo(4.7);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"menu\":"
                + new String(MenuJson.of(Menus.translated(id, 7)).utf8(), StandardCharsets.UTF_8));
        assertThat(parts.at("/popularity/orderCount").longValue()).isEqualTo(812);
        assertThat(parts.at("/waitingTime/minutes").intValue()).isEqualTo(25);
        assertThat(parts.at("/unavailable")).isEmpty();
        assertThat(header(answer, "Menu-Version")).isEqualTo("7");
        assertThat(header(answer, "As-Of")).isNotEmpty();
        assertThat(header(answer, "Cache-Status")).endsWith("carte-edge; fwd=miss");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(answer, "Surrogate-Key")).as("it is not the menu").isEmpty();
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(SERVICES.menuTargets()).containsExactlyInAnyOrder(page, page + "/menu");
        assertThat(SERVICES.orderTargets()).containsExactly("/api/v1/popularity?ids=" + id);

        for (int again = 0; again < 4; again++) {
            assertThat(gateway.get(page).body()).isEqualTo(answer.body());
        }
        // A minute may have passed in between, and the hours of opening with it.
        assertThat(SERVICES.menuTargets().stream().filter(page::equals).count()).isBetween(1L, 2L);
        assertThat(SERVICES.orderTargets()).hasSize(1);
    }

    @Test
    void comesWithoutPopularityWhereTheOrderServiceIsAway() throws Exception {
        SERVICES.orderFails(503);

        HttpResponse<byte[]> answer = gateway.get(page);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/popularity").isNull()).isTrue();
        assertThat(json(answer).at("/waitingTime").isNull()).isTrue();
        assertThat(json(answer).at("/unavailable").toString())
                .isEqualTo("[\"popularity\",\"waitingTime\"]");
        assertThat(json(answer).at("/restaurant/ratingCount").isNull()).isTrue();
        assertThat(json(answer).at("/menu/version").intValue()).isEqualTo(7);
        assertThat(missing("waitingTime")).isPositive();
    }

    @Test
    void doesNotWaitForAServiceThatNeverAnswers() throws Exception {
        SERVICES.orderNeverAnswers();

        assertThat(json(gateway.get(page)).at("/unavailable").toString())
                .isEqualTo("[\"popularity\",\"waitingTime\"]");
        SERVICES.awaitOrderTarget("/api/v1/popularity?ids=" + id);
    }

    @Test
    void comesWithoutTheRestaurantOrWithoutTheMenu() throws Exception {
        SERVICES.fails(page);
        HttpResponse<byte[]> menuOnly = gateway.get(page);
        assertThat(json(menuOnly).at("/unavailable").toString()).isEqualTo("[\"restaurant\"]");
        assertThat(json(menuOnly).at("/menu/version").intValue()).isEqualTo(7);

        SERVICES.serve(Menus.translated(id, 7));
        SERVICES.fails(page + "/menu");
        HttpResponse<byte[]> restaurantOnly = gateway.get(page);
        assertThat(json(restaurantOnly).at("/unavailable").toString()).isEqualTo("[\"menu\"]");
        assertThat(header(restaurantOnly, "Menu-Version")).isEmpty();
        assertThat(header(restaurantOnly, "Vary")).isNotEmpty();
    }

    @Test
    void isRefusedWhereNeitherIsToBeHad() throws Exception {
        SERVICES.fails(page, page + "/menu");
        double before = missing("menu");

        HttpResponse<byte[]> answer = gateway.get(page);

        assertProblem(answer, 503, "unavailable").contains(id.value());
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
        assertThat(missing("menu")).as("no page was shown").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NG-nobody", "lagos", "0", "NG-NOBODY"})
    void isNotThereForARestaurantThatIsNot(String nobody) throws Exception {
        assertProblem(gateway.get("/api/v1/restaurants/" + nobody), 404, "restaurant-not-found")
                .contains(nobody);
    }

    @Test
    void asksForAVersionAsAReaderOfTheMenuDoes() throws Exception {
        assertThat(gateway.get(page + "?min_version=7").statusCode()).isEqualTo(200);
        assertThat(SERVICES.menuTargets()).contains(page + "/menu?min_version=7");

        HttpResponse<byte[]> eight = gateway.get(page + "?min_version=8");
        assertProblem(eight, 503, "version-not-visible");
        assertProblem(gateway.get(page + "?min_version=x"), 400, "malformed-request");
    }

    @Test
    void isInTheLanguageOfItsReader() throws Exception {
        HttpResponse<byte[]> own = gateway.get(page);
        HttpResponse<byte[]> french = gateway.send(
                gateway.to(page).header("Accept-Language", "fr-CA"));

        assertThat(new String(french.body(), StandardCharsets.UTF_8)).contains("\"menu\":"
                + new String(MenuJson.of(MenuTranslation.of(Menus.translated(id, 7), "fr")).utf8(),
                        StandardCharsets.UTF_8));
        assertThat(header(french, "Content-Language")).isEqualTo("fr");
        assertThat(header(french, "Vary")).isEqualTo("accept-encoding, accept-language");
        assertThat(header(french, "ETag")).isNotEqualTo(header(own, "ETag"));
        HttpResponse<byte[]> again = gateway.send(gateway.to(page)
                .header("Accept-Language", "fr").header("If-None-Match", header(french, "ETag")));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "Content-Language")).isEqualTo("fr");
    }

    @Test
    void isNotSentAgainToWhoHasIt() throws Exception {
        HttpResponse<byte[]> first = gateway.get(page);
        String tag = header(first, "ETag");
        HttpResponse<byte[]> again = gateway.send(gateway.to(page).header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "ETag")).isEqualTo(tag);

        SERVICES.serve(Menus.translated(id, 8));
        HttpResponse<byte[]> changed = gateway.send(gateway.to(page).header("If-None-Match", tag));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(gateway.send(gateway.to(page).header("If-None-Match", "\"7\"")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void comesInGzipAndAsAHeadOnly() throws Exception {
        SERVICES.serve(Menus.menu(id, 7, Menus.PUBLISHED, IntStream.range(0, 20)
                .mapToObj(i -> Menus.item("dish-" + i, "Dish " + i, Menus.naira(i)))
                .toArray(Item[]::new)));
        HttpResponse<byte[]> plain = gateway.get(page);
        HttpResponse<byte[]> zipped = gateway.send(
                gateway.to(page).header("Accept-Encoding", "gzip"));
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());

        HttpResponse<byte[]> head = gateway.send(gateway.to(page).HEAD());
        assertThat(header(head, "ETag")).isEqualTo(header(plain, "ETag"));
        assertThat(header(head, "Content-Length"))
                .isEqualTo(Integer.toString(plain.body().length));
        assertThat(head.body()).isEmpty();
        assertThat(gateway.send(gateway.to(page).header("Accept-Encoding", "gzip")).body())
                .isEqualTo(zipped.body());
        assertProblem(gateway.send(gateway.to(page).header("Accept", "image/png")), 406,
                "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"?ids=NG-b,NG-a,KE-c | ''",
            "?country=NG&city=jos&limit=3 | -jos", "?city=kano | -kano"})
    void aListAsksEachServiceOnce(String query, String city) throws Exception {
        HttpResponse<byte[]> answer = gateway.get("/api/v1/restaurants" + query);

        JsonNode list = json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> ids = Stream.of("NG-b", "NG-a", "KE-c").map(id -> id + city).toList();
        assertThat(list.findValuesAsString("id")).isEqualTo(ids);
        assertThat(list.at("/items")).allSatisfy(
                item -> assertThat(item.at("/rating").doubleValue()).isEqualTo(4.7));
        assertThat(list.at("/unavailable")).isEmpty();
        assertThat(SERVICES.menuTargets()).containsExactly("/api/v1/restaurants" + query);
        assertThat(SERVICES.orderTargets())
                .containsExactly("/api/v1/popularity?ids=" + String.join(",", ids));
        assertThat(gateway.send(gateway.to("/api/v1/restaurants" + query)
                .header("If-None-Match", header(answer, "ETag"))).statusCode()).isEqualTo(304);
    }

    @Test
    void aListIsAskedForOnceUntilARestaurantChanges() throws Exception {
        String list = "/api/v1/restaurants?city=mombasa&limit=2";
        HttpResponse<byte[]> first = gateway.get(list);
        assertThat(header(first, "Cache-Status")).isEqualTo("carte-edge; fwd=miss");
        HttpResponse<byte[]> second = gateway.get(list + "&utm_source=flyer");
        // Unless a minute has passed in between, whose hours may have ended with it.
        assertThat(header(second, "Cache-Status")).isIn(
                "carte-edge; hit", "carte-edge; fwd=miss");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(SERVICES.menuTargets()).hasSizeLessThanOrEqualTo(2).containsOnly(list);

        gateway.send(gateway.to(page).header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"name\": \"Mama\"}")));

        assertThat(header(gateway.get(list), "Cache-Status")).isEqualTo("carte-edge; fwd=miss");
        assertThat(SERVICES.menuTargets()).endsWith(page, list);
    }

    @Test
    void aListComesWithoutRatingsWhereTheOrderServiceIsAway() throws Exception {
        SERVICES.orderFails(500);

        JsonNode list = json(gateway.get("/api/v1/restaurants?city=abuja"));

        assertThat(list.at("/items")).hasSize(3);
        assertThat(list.at("/items/0/rating").isNull()).isTrue();
        assertThat(list.at("/unavailable").toString()).isEqualTo("[\"popularity\"]");
    }

    @Test
    void ratingsThatAreKnownAreNotAskedFor() throws Exception {
        gateway.get("/api/v1/restaurants?city=ibadan&limit=3");
        JsonNode list = json(gateway.get("/api/v1/restaurants?city=ibadan&limit=4"));

        assertThat(list.at("/items")).hasSize(3).allSatisfy(
                item -> assertThat(item.at("/rating").doubleValue()).isEqualTo(4.7));
        assertThat(SERVICES.menuTargets()).hasSize(2);
        assertThat(SERVICES.orderTargets()).hasSize(1);
    }

    @Test
    void aListIsRefusedInTheMenuServicesWords() throws Exception {
        assertProblem(gateway.get("/api/v1/restaurants?limit=0"), 400, "malformed-request")
                .contains("by the stub");
        assertThat(SERVICES.orderTargets()).isEmpty();
    }

    @Test
    void aRankingIsAskedForOnce() throws Exception {
        HttpResponse<byte[]> first = gateway.get("/api/v1/restaurants/popular?country=NG");
        HttpResponse<byte[]> second = gateway.get("/api/v1/restaurants/popular?country=NG");

        JsonNode ranking = json(first);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(ranking.findValuesAsString("id")).containsExactly("NG-b", "NG-a", "KE-c");
        assertThat(ranking.at("/items/0/orderCount").longValue()).isEqualTo(812);
        assertThat(header(first, "As-Of")).isEqualTo(ServicesStub.AS_OF);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        // Unless a minute has passed in between, whose hours may have ended with it.
        assertThat(header(second, "Cache-Status")).isIn(
                "carte-edge; hit", "carte-edge; fwd=miss");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(SERVICES.orderTargets()).containsExactly("/api/v1/popularity?country=NG");
        assertThat(SERVICES.menuTargets()).hasSizeLessThanOrEqualTo(2).allMatch(
                target -> target.equals("/api/v1/restaurants?ids=NG-b,NG-a,KE-c"));
    }

    @Test
    void aRankingThatIsOldSaysSoAndOneThatNeverWasIsRefused() throws Exception {
        SERVICES.orderSaysAgeMillis(11 * 60_000);
        assertThat(gateway.get("/api/v1/restaurants/popular?country=KE").statusCode())
                .isEqualTo(200);
        SERVICES.orderFails(503);

        HttpResponse<byte[]> stale = gateway.get("/api/v1/restaurants/popular?country=KE");
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(header(stale, "Cache-Status")).startsWith("carte-edge; hit; stale; ttl=-66");
        assertThat(header(stale, "Age")).startsWith("66");
        HttpResponse<byte[]> never = gateway.get("/api/v1/restaurants/popular?country=GH");
        assertProblem(never, 503, "unavailable").contains("order-service");
        assertThat(header(never, "Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"''", "?country=", "?country=ng", "?country=NGA", "?country=NG&country=KE"})
    void aRankingIsOneOfACountry(String query) throws Exception {
        assertProblem(gateway.get("/api/v1/restaurants/popular" + query), 400,
                "malformed-request").startsWith("country: expected");
        assertThat(SERVICES.orderTargets()).isEmpty();
    }

    @Test
    void changesOfARestaurantGoToTheMenuService() throws Exception {
        gateway.call("PATCH", page, "{\"name\": \"Mama\"}");

        await().until(() -> SERVICES.menuTargets().contains(page));
        assertThat(SERVICES.orderTargets()).isEmpty();
    }

    private static double missing(String part) {
        return gateway.context().getBean(MeterRegistry.class).find("carte.page.parts.missing")
                .tag("part", part).counters().stream().mapToDouble(Counter::count).sum();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return ContractJson.mapper().readTree(answer.body());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
