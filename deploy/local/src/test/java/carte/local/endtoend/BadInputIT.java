package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.RestaurantId;
import carte.local.endtoend.PublicApi.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong gets its problem document through the gateway, and changes nothing. */
class BadInputIT {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final PublicApi API = SUITE.api();
    private static final String ITEM = """
            {"id": "%s", "name": "Jollof", "price": {"amount": %s, "currency": "NGN"}}""";

    private final RestaurantId mamaPut = SUITE.freshRestaurant();

    @BeforeEach
    void openRestaurantWithAMenu() {
        API.createRestaurant(mamaPut.value());
        assertThat(API.putFirstMenu(mamaPut.value()).menuVersion()).isEqualTo(2);
    }

    @Test
    void wrongJsonIsMalformed() {
        expect(put("{\"sections\": [", "\"2\""), 400, "malformed-request");
    }

    @Test
    void wrongTypesAreInvalid() {
        Answer answer = put("{\"currency\": \"NGN\", \"sections\": \"all\"}", "\"2\"");

        expect(answer, 422, "invalid-content");
        assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo("/sections");
    }

    @Test
    void duplicateIdsAreInvalid() {
        Answer answer = put(menuOf(ITEM.formatted("jollof", 1), ITEM.formatted("jollof", 2)),
                "\"2\"");

        expect(answer, 422, "invalid-content");
        assertThat(answer.json().at("/errors/0/pointer").stringValue())
                .isEqualTo("/sections/0/items/1/id");
    }

    @Test
    void negativePricesAreInvalid() {
        Answer answer = put(menuOf(ITEM.formatted("jollof", -1)), "\"2\"");

        expect(answer, 422, "invalid-content");
        assertThat(answer.json().at("/errors/0/pointer").stringValue())
                .isEqualTo("/sections/0/items/0/price/amount");
    }

    @Test
    void aVersionThatTheMenuNeverHadIsInvalid() {
        // While the suite is new there may be more to do than it can.
        Answer answer = PublicApi.insist(() -> API.order(mamaPut.value(), 99, "jollof", 250_000));

        expect(answer, 422, "invalid-content");
        assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo("/menuVersion");
    }

    @Test
    void aBodyOfThreeMebibytesIsTooLarge() {
        expect(put("{\"x\": \"" + "x".repeat(3 << 20) + "\"}", "\"2\""), 413, "too-large");
    }

    @Test
    void replacingAnotherVersionIsAConflict() {
        expect(put(menuOf(ITEM.formatted("jollof", 1)), "\"1\""), 412, "version-conflict");
    }

    @Test
    void replacingWithoutAVersionIsRefused() {
        Answer answer = API.send("PUT", "/api/v1/restaurants/" + mamaPut + "/menu",
                menuOf(ITEM.formatted("jollof", 1)));

        expect(answer, 428, "precondition-required");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/restaurants/NG-nobody-here/menu,restaurant-not-found",
            "/api/v1/restaurants/lagos/menu,restaurant-not-found",
            "/api/v2/menus,not-found"})
    void unknownAddressesAreNotFound(String path, String type) {
        expect(API.get(path), 404, type);
    }

    @Test
    void otherMethodsAndTypesAreRefused() {
        expect(API.send("DELETE", "/api/v1/restaurants/" + mamaPut + "/menu", ""), 405,
                "method-not-allowed");
        expect(API.send("PATCH", "/api/v1/restaurants/" + mamaPut + "/menu/items/jollof", "{}"),
                422,
                "invalid-content");
        expect(API.send("PATCH", "/api/v1/restaurants/" + mamaPut + "/menu/items/fufu",
                "{\"name\": \"Fufu\"}"), 404, "item-not-found");
    }

    private Answer put(String body, String version) {
        return API.send("PUT", "/api/v1/restaurants/" + mamaPut + "/menu", body,
                "If-Match", version);
    }

    private static String menuOf(String... items) {
        return "{\"currency\": \"NGN\", \"sections\": [{\"id\": \"mains\", \"name\": \"Mains\","
                + " \"items\": [" + String.join(",", items) + "]}]}";
    }

    private void expect(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/type").stringValue()).isEqualTo("urn:problem:carte:" + type);
        assertThat(answer.json().at("/detail").stringValue()).isNotBlank();
        assertThat(SUITE.history(mamaPut)).isEqualTo(List.of(1L, 2L));
    }
}
