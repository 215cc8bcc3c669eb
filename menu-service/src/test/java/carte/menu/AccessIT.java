package carte.menu;

import static carte.menu.MenuApi.RESTAURANTS;
import static carte.menu.MenuApi.freshId;
import static carte.menu.MenuApi.itemOf;
import static carte.menu.MenuApi.mamaPut;
import static carte.menu.MenuApi.menuOf;
import static org.assertj.core.api.Assertions.assertThat;

import carte.kit.security.Forgery;
import carte.kit.security.TestIssuer;
import carte.kit.security.TokenSigner;
import carte.menu.MenuApi.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;

/** The service lets nobody change what is not theirs, even if they come past the gateway. */
class AccessIT {

    private static final RunningMenuService SERVICE = RunningMenuService.shared();
    private static final MenuApi OPERATOR = SERVICE.api();
    private static final TokenSigner SIGNER = TestIssuer.shared().signer();
    private static final String SOLD_OUT = "{\"availability\": {\"status\": \"SOLD_OUT\"}}";

    private final String id = OPERATOR.createMamaPutWithMenu();

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void refusesTokensThatAreWrong(Forgery forgery) {
        changes(OPERATOR.as(forgery.made(SIGNER))).forEach(answer -> refused(answer, 401));
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void refusesWhoHasNoToken() {
        changes(OPERATOR.as("")).forEach(answer -> refused(answer, 401));
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void refusesAnotherRestaurantsToken() {
        changes(OPERATOR.as(SIGNER.restaurants("NG-suya-spot")))
                .forEach(answer -> refused(answer, 403));
        assertThat(SERVICE.history(id)).containsExactly("1", "2");
    }

    @Test
    void letsTheRestaurantChangeItsMenuAndWritesDownWhoDid() {
        MenuApi owner = OPERATOR.as(SIGNER.restaurants(id));
        assertThat(owner.patch(id, "jollof", SOLD_OUT).status()).isEqualTo(200);
        assertThat(OPERATOR.patch(id, "suya", SOLD_OUT).status()).isEqualTo(200);
        assertThat(SERVICE.query("west", "select author from menu_version"
                + " where restaurant_id = ? and version > 2 order by version", id))
                .containsExactly(id, "operator");
    }

    @Test
    void letsOnlyOperatorsOpenRestaurants() {
        String fresh = freshId("NG");
        refused(OPERATOR.as(SIGNER.restaurants(fresh))
                .send(HttpMethod.POST, RESTAURANTS, mamaPut(fresh)), 403);
        assertThat(OPERATOR.send(HttpMethod.POST, RESTAURANTS, mamaPut(fresh)).status())
                .isEqualTo(201);
    }

    @Test
    void asksNothingOfCustomers() {
        for (String token : List.of("", "let-me-in")) {
            MenuApi customer = OPERATOR.as(token);
            assertThat(customer.get(menuOf(id)).status()).isEqualTo(200);
            assertThat(customer.get(RESTAURANTS + "/" + id).status()).isEqualTo(200);
            assertThat(customer.get(RESTAURANTS + "?country=NG").status()).isEqualTo(200);
        }
    }

    private List<Answer> changes(MenuApi api) {
        return List.of(
                api.send(HttpMethod.POST, RESTAURANTS, mamaPut(freshId("NG"))),
                api.send(HttpMethod.PUT, menuOf(id), MenuApi.TWO_DISHES, "If-Match", "\"2\""),
                api.patch(id, "jollof", SOLD_OUT),
                api.send(HttpMethod.POST, menuOf(id) + "/batch", "not even JSON"),
                api.send(HttpMethod.PATCH, itemOf(id, "jollof"), "", "Content-Type", "text/x"));
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("type").asString()).isEqualTo(
                "urn:problem:carte:" + (status == 401 ? "unauthorized" : "forbidden"));
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"carte\"");
    }
}
