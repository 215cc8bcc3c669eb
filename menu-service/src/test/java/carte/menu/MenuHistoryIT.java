package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static carte.menu.MenuApi.TWO_DISHES;
import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;

import carte.menu.MenuApi.Answer;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What admins see of a menu's history, and the way back. */
class MenuHistoryIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();

    private final String id = API.createMamaPutWithMenu();

    @Test
    void versionsAreListedFromTheNewestWithWhoAndHow() {
        API.patch(id, "suya", "{\"name\": \"Beef suya\"}");

        JsonNode first = get("/versions?limit=2");
        JsonNode second = get("/versions?limit=2&cursor=" + first.at("/next").stringValue());

        assertThat(first.at("/items").findValuesAsString("version")).containsExactly("3", "2");
        assertThat(first.at("/items").findValuesAsString("change"))
                .containsExactly("ITEM_CHANGED", "REPLACED");
        assertThat(first.at("/items/0/author").stringValue()).isEqualTo("operator");
        assertThat(Instant.parse(first.at("/items/0/publishedAt").stringValue()))
                .isAfter(Instant.parse(first.at("/items/1/publishedAt").stringValue()));
        assertThat(first.at("/items/0").has("traceId")).isTrue();
        assertThat(second.at("/items").findValuesAsString("version")).containsExactly("1");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void aVersionIsReadAsItWas() {
        Answer then = API.get(menuOf(id) + "?min_version=2");
        API.patch(id, "suya", "{\"name\": \"Beef suya\"}");

        Answer now = API.get(menuOf(id) + "/versions/2");

        assertThat(now.status()).isEqualTo(200);
        assertThat(now.body()).isEqualTo(then.body());
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.header("ETag")).isEqualTo("\"2\"");
        assertThat(API.get(menuOf(id) + "/versions/2", "If-None-Match", "\"2\"").status())
                .isEqualTo(304);
    }

    @Test
    void aDifferenceSaysWhatChangedUntilNowOrUntilAVersion() {
        API.patch(id, "suya", "{\"price\": {\"amount\": 200000, \"currency\": \"NGN\"}}");
        API.patch(id, "jollof", "{\"availability\": {\"status\": \"SOLD_OUT\"}}");

        JsonNode whole = get("/versions/2/diff");
        JsonNode part = get("/versions/2/diff?to=3");

        assertThat(whole.at("/to").longValue()).isEqualTo(4);
        assertThat(whole.at("/changes").findValuesAsString("id"))
                .containsExactly("jollof", "suya");
        assertThat(part.at("/changes").findValuesAsString("id")).containsExactly("suya");
        assertThat(part.at("/changes/0/fields/0/from/amount").longValue()).isEqualTo(180_000);
        assertThat(part.at("/changes/0/fields/0/to/amount").longValue()).isEqualTo(200_000);
        assertThat(get("/versions/3/diff?to=3").at("/changes").isEmpty()).isTrue();
        assertThat(get("/versions/3/diff?to=2").at("/changes/0/fields/0/to/amount").longValue())
                .isEqualTo(180_000);
    }

    @Test
    void aRollbackPublishesTheOldContentAsANewVersion() {
        API.send(HttpMethod.PUT, menuOf(id), "{\"currency\": \"NGN\"}", "If-Match", "\"2\"");

        Answer back = rollBack("{\"toVersion\": 2}", "If-Match", "\"3\"",
                "Idempotency-Key", "back");
        Answer again = rollBack("{\"toVersion\": 2}", "If-Match", "\"3\"",
                "Idempotency-Key", "back");

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.version()).isEqualTo(4);
        assertThat(again.body()).isEqualTo(back.body());
        assertThat(get("/versions/2/diff?to=4").at("/changes").isEmpty()).isTrue();
        assertThat(get("/versions").at("/items/0/change").stringValue()).isEqualTo("ROLLED_BACK");
        assertThat(rollBack("{\"toVersion\": 2}").version()).isEqualTo(4);
        assertThat(SERVICE.history(id)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void whatWasToReturnToSaleMeanwhileIsAvailableAfterARollback() {
        Instant until = Instant.now().plusSeconds(2);
        API.patch(id, "suya", "{\"availability\": {\"status\": \"SOLD_OUT\", \"until\": \""
                + until + "\"}}");
        API.send(HttpMethod.PUT, menuOf(id), TWO_DISHES, "If-Match", "*");
        Awaitility.await().pollDelay(Duration.ZERO).until(() -> Instant.now().isAfter(until));

        Answer back = rollBack("{\"toVersion\": 3}");

        assertThat(back.json().at("/sections/1/sections/0/items/0/availability/status")
                .stringValue()).isEqualTo("AVAILABLE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "/versions?limit=0|400|malformed-request", "/versions?limit=101|400|malformed-request",
            "/versions?cursor=x|400|malformed-request",
            "/versions?cursor=dmVyc2lvbnM6MQ|400|malformed-request",
            "/versions/9|404|version-not-found", "/versions/0|404|version-not-found",
            "/versions/x|404|version-not-found",
            "/versions/99999999999999999999|404|version-not-found",
            "/versions/9/diff|404|version-not-found",
            "/versions/1/diff?to=9|404|version-not-found",
            "/versions/1/diff?to=x|400|malformed-request",
            "/versions/1/diff?to=1&to=2|400|malformed-request"})
    void whatIsNotThereOrCannotBeReadIsSaid(String path, int status, String type) {
        expect(API.get(menuOf(id) + path), status, type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{}|422|invalid-content", "{\"toVersion\": 0}|422|invalid-content",
            "{\"toVersion\": \"1\"}|422|invalid-content",
            "{\"toVersion\": 1, \"dry\": true}|422|invalid-content",
            "{\"toVersion\": 3}|404|version-not-found", "{|400|malformed-request"})
    void rollbacksThatLeadNowhereChangeNothing(String body, int status, String type) {
        expect(rollBack(body), status, type);
        expect(rollBack("{\"toVersion\": 1}", "If-Match", "\"1\""), 412, "version-conflict");
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void anUnknownRestaurantHasNoHistory() {
        for (String restaurant : new String[]{"NG-nobody", "FR-nobody", "nobody"}) {
            String menu = RESTAURANTS + "/" + restaurant + "/menu";
            for (String path : new String[]{"/versions", "/versions/1", "/versions/1/diff"}) {
                expect(API.get(menu + path), 404, "restaurant-not-found");
            }
            expect(API.send(HttpMethod.POST, menu + "/rollback", "{\"toVersion\": 1}"), 404,
                    "restaurant-not-found");
        }
    }

    private JsonNode get(String path) {
        Answer answer = API.get(menuOf(id) + path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Answer rollBack(String body, String... headers) {
        return API.send(HttpMethod.POST, menuOf(id) + "/rollback", body, headers);
    }

    private static void expect(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().at("/type").stringValue())
                .isEqualTo("urn:problem:carte:" + type);
    }
}
