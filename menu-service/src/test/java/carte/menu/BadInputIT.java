package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static carte.menu.MenuApi.TWO_DISHES;
import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.MenuVersion;
import carte.menu.MenuApi.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** What is wrong gets its problem document and changes nothing. */
class BadInputIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();

    private final String id = API.createMamaPutWithMenu();
    private String before = "";

    @BeforeEach
    void rememberTheMenu() {
        before = API.get(menuOf(id) + "?min_version=2").body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{\"currency\": \"NGN\", \"currency\": \"NGN\"}",
            "{\"currency\": \"\\ud800\"}"})
    void whatCannotBeReadIsMalformed(String body) {
        expect(put(body, "\"2\""), 400, "malformed-request");
        expect(API.patch(id, "suya", body, "Content-Type", "application/json"), 400,
                "malformed-request");
    }

    @Test
    void whatIsWrongIsToldAllAtOnce() {
        Answer answer = put("""
                {"currency": "NGN", "sections": [
                  {"id": "Rice", "name": "", "items": [
                    {"id": "jollof", "name": "Jollof", "price": {"amount": -1, "currency": "NGN"}},
                    {"id": "jollof", "name": "Jollof", "price": {"amount": 1, "currency": "USD"},
                     "modifierGroups": ["nowhere"], "spicy": true}]}]}""", "\"2\"");

        expect(answer, 422, "invalid-content");
        assertThat(pointers(answer)).containsExactlyInAnyOrder("/sections/0/id",
                "/sections/0/name",
                "/sections/0/items/0/price/amount",
                "/sections/0/items/1/id",
                "/sections/0/items/1/price/currency",
                "/sections/0/items/1/modifierGroups/0",
                "/sections/0/items/1/spicy");
    }

    @Test
    void anotherCurrencyThanTheRestaurantsIsInvalid() {
        Answer answer = put("{\"currency\": \"KES\", \"sections\": []}", "\"2\"");

        expect(answer, 422, "invalid-content");
        assertThat(pointers(answer)).containsExactly("/currency");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{}|",
            "{\"nam\": \"Suya\"}|/nam",
            "{\"id\": \"other\"}|/id",
            "{\"name\": null}|/name",
            "{\"price\": {\"amount\": 1, \"currency\": \"USD\"}}|/price/currency",
            "{\"prices\": {\"PICKUP\": {\"amount\": 1, \"currency\": \"USD\"}}}"
                    + "|/prices/PICKUP/currency",
            "{\"modifierGroups\": [\"nowhere\"]}|/modifierGroups/0",
            "{\"price\": 5}|/price"})
    void patchesThatDoNotFitAreInvalid(String body, String pointer) {
        Answer answer = API.patch(id, "suya", body);

        expect(answer, 422, "invalid-content");
        assertThat(pointers(answer)).contains(pointer == null ? "" : pointer);
    }

    @ParameterizedTest
    @CsvSource({"POST, import?dryRun=true", "POST, import?dry_run=true&mode=fast",
            "POST, batch?dry_run=true", "POST, rollback?x=", "POST, schedule?dry_run=true"})
    void parametersThatAreNotKnownAreRefused(String method, String call) {
        Answer answer = API.send(HttpMethod.valueOf(method), menuOf(id) + "/" + call, "{}");

        expect(answer, 400, "malformed-request");
        assertThat(answer.body()).contains("there is no parameter");
    }

    @Test
    void bodiesOverTwoMebibytesAreTooLarge() {
        expect(put("{\"x\": \"" + "x".repeat(3 << 20) + "\"}", "\"2\""), 413, "too-large");
        expect(put("{\"x\": \"" + "x".repeat(2 << 20) + "\"}", "\"2\""), 413, "too-large");
    }

    @Test
    void aPatchThatMakesTheMenuTooLargeIsRefused() {
        String name = "x".repeat(200);
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            items.append(i == 0 ? "" : ",").append("""
                    {"id":"i%d","name":"%s","price":{"amount":1,"currency":"NGN"}}"""
                    .formatted(i, name));
        }
        Answer answer = put("{\"currency\":\"NGN\",\"sections\":[{\"id\":\"a\",\"name\":\"A\","
                + "\"items\":[" + items + "]}]}", "\"2\"");

        expect(answer, 413, "too-large");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"1\"|412|version-conflict", "\"3\"|412|version-conflict",
            "\"2;fr\"|412|version-conflict", "W/\"2\"|412|version-conflict",
            "\"1\", \"7\"|412|version-conflict",
            "2|400|malformed-request", "\"2|400|malformed-request",
            "*, \"2\"|400|malformed-request",
            "w/\"2\"|400|malformed-request"})
    void conditionsThatDoNotHoldAreRefused(String condition, int status, String type) {
        expect(put(TWO_DISHES, condition), status, type);
        expect(API.patch(id, "suya", "{\"name\": \"Chicken suya\"}", "If-Match", condition),
                status, type);
    }

    @Test
    void aTranslatedCopyIsNotSavedOverTheMenu() {
        String copy = TWO_DISHES.replace("Jollof rice", "Riz jollof");
        Answer answer = put(copy, new MenuVersion(2).entityTag("fr"));

        expect(answer, 412, "version-conflict");
        assertThat(answer.json().at("/detail").stringValue())
                .contains("in the words of a language").contains("without Accept-Language");
    }

    @Test
    void aReplacementMustNameTheVersion() {
        Answer answer = API.send(HttpMethod.PUT, menuOf(id), TWO_DISHES);

        expect(answer, 428, "precondition-required");
    }

    @ParameterizedTest
    @CsvSource({"NG-nobody,restaurant-not-found", "lagos,restaurant-not-found",
            "FR-chez-nous,restaurant-not-found"})
    void unknownRestaurantsAreNotFound(String unknown, String type) {
        expect(API.get(menuOf(unknown)), 404, type);
        expect(API.get(RESTAURANTS + "/" + unknown), 404, type);
        expect(API.send(HttpMethod.PUT, menuOf(unknown), TWO_DISHES, "If-Match", "*"), 404, type);
        expect(API.patch(unknown, "suya", "{\"name\": \"Suya\"}"), 404, type);
    }

    @Test
    void unknownItemsAndAddressesAreNotFound() {
        expect(API.patch(id, "fufu", "{\"name\": \"Fufu\"}"), 404, "item-not-found");
        expect(API.get("/api/v2/menus"), 404, "not-found");
        expect(API.get(menuOf(id) + "/items"), 404, "not-found");
    }

    @Test
    void otherMethodsAndTypesAreRefused() {
        expect(API.send(HttpMethod.DELETE, menuOf(id), "{}"), 405, "method-not-allowed");
        expect(API.send(HttpMethod.PUT, menuOf(id), TWO_DISHES, "If-Match", "*", "Content-Type",
                "text/plain"), 415, "unsupported-media-type");
        expect(API.get(menuOf(id), "Accept", "text/html"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "seven", "1.5", "", "99999999999999999999"})
    void leastVersionsAreWholeNumbers(String version) {
        Answer answer = API.get(menuOf(id) + "?min_version=" + version);

        expect(answer, 400, "malformed-request");
        assertThat(answer.json().at("/detail").stringValue()).contains("min_version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=ten", "cursor=%25%25", "cursor=abc",
            "country=nigeria", "open_now=perhaps", "limit=5&limit=6", "q=%00"})
    void parametersOfListsAreChecked(String parameters) {
        Answer answer = API.get(RESTAURANTS + "?" + parameters);

        expect(answer, 400, "malformed-request");
        assertThat(answer.json().at("/detail").stringValue())
                .startsWith(parameters.substring(0, parameters.indexOf('=')) + ": expected");
    }

    @Test
    void aRestaurantExistsOnce() {
        expect(API.send(HttpMethod.POST, RESTAURANTS, MenuApi.mamaPut(id)), 409,
                "restaurant-exists");
    }

    @Test
    void restaurantsOfUnservedCountriesAreInvalid() {
        Answer answer = API.send(HttpMethod.POST, RESTAURANTS,
                MenuApi.mamaPut("FR-chez-nous").replace("\"NG\"", "\"FR\""));

        expect(answer, 422, "invalid-content");
        assertThat(pointers(answer)).containsExactly("/country");
    }

    @Test
    void restaurantsNeedTheirFields() {
        Answer answer = API.send(HttpMethod.POST, RESTAURANTS, "{\"open\": true}");

        expect(answer, 422, "invalid-content");
        assertThat(pointers(answer)).containsExactlyInAnyOrder(
                "/id", "/name", "/country", "/city", "/currency", "/timeZone", "/open");
    }

    private Answer put(String body, String condition) {
        return API.send(HttpMethod.PUT, menuOf(id), body, "If-Match", condition,
                "Content-Type", "application/json");
    }

    private static List<String> pointers(Answer answer) {
        return answer.json().at("/errors").valueStream()
                .map(error -> error.at("/pointer").stringValue())
                .toList();
    }

    private void expect(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/type").stringValue()).isEqualTo("urn:problem:carte:" + type);
        assertThat(answer.json().at("/status").intValue()).isEqualTo(status);
        assertThat(answer.json().at("/detail").stringValue()).isNotBlank();
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
        assertThat(API.get(menuOf(id) + "?min_version=2").body()).isEqualTo(before);
    }
}
