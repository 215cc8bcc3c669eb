package carte.menu;

import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;

import carte.menu.MenuApi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

/** Many changes of items at once. */
class ItemBatchIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi API = SERVICE.api();

    private final String id = API.createMamaPutWithMenu();

    @Test
    void allChangesAreOneVersionInTheirOrder() {
        String body = """
                {"changes": [
                  {"itemId": "suya", "name": "Goat suya", "description": null},
                  {"itemId": "jollof", "availability": {"status": "SOLD_OUT"}},
                  {"itemId": "suya", "name": "Beef suya"}]}""";

        Answer answer = batch(body, "If-Match", "\"2\"", "Idempotency-Key", "evening");
        Answer again = batch(body, "If-Match", "\"2\"", "Idempotency-Key", "evening");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(3);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.json().at("/sections/1/sections/0/items/0/name").stringValue())
                .isEqualTo("Beef suya");
        assertThat(answer.json().at("/sections/1/sections/0/items/0/description").isNull())
                .isTrue();
        assertThat(answer.json().at("/sections/0/items/0/availability/status").stringValue())
                .isEqualTo("SOLD_OUT");
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(SERVICE.query("west",
                "select change from menu_version where restaurant_id = ? order by version", id))
                .containsExactly("CREATED", "REPLACED", "ITEMS_CHANGED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"itemId\": \"fufu\", \"name\": \"Fufu\"}|/changes/1/itemId",
            "{\"itemId\": \"jollof\"}|/changes/1",
            "{\"name\": \"Fufu\"}|/changes/1/itemId",
            "{\"itemId\": \"jollof\", \"nam\": \"x\", \"name\": \"y\"}|/changes/1/nam",
            "{\"itemId\": \"jollof\", \"price\": {\"amount\": 1, \"currency\": \"USD\"}}"
                    + "|/changes/1/price/currency",
            "{\"itemId\": \"jollof\", \"modifierGroups\": [\"sides\"]}"
                    + "|/changes/1/modifierGroups/0",
            "5|/changes/1"})
    void oneChangeThatIsWrongLeavesAllUndone(String wrong, String pointer) {
        Answer answer = batch("{\"changes\": [{\"itemId\": \"suya\", \"name\": \"Beef suya\"}, "
                + wrong + "]}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly(pointer);
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{}", "{\"changes\": []}",
            "{\"changes\": null}", "{\"changes\": {}}"})
    void anEmptyBatchIsInvalid(String body) {
        assertThat(batch(body).status()).isEqualTo(422);
    }

    @Test
    void aBatchForAnotherVersionIsRefused() {
        assertThat(batch("{\"changes\": [{\"itemId\": \"suya\", \"name\": \"x\"}]}",
                "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    private Answer batch(String body, String... headers) {
        return API.send(HttpMethod.POST, menuOf(id) + "/batch", body, headers);
    }
}
