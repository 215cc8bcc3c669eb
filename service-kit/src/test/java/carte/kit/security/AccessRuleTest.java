package carte.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.RestaurantId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class AccessRuleTest {

    private static final RestaurantId MAMA_PUT = new RestaurantId("NG-mama-put-ikeja");
    private static final Caller OWNER = new Caller("mama", false, Set.of(MAMA_PUT));
    private static final Caller NEIGHBOUR = new Caller("neighbour", false,
            Set.of(new RestaurantId("NG-mama-put-ikej")));
    private static final Caller GUEST = new Caller("guest", false, Set.of());
    private static final Caller OPERATOR = new Caller("operator", true, Set.of());
    private static final String MAMA = "/api/v1/restaurants/NG-mama-put-ikeja";

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/restaurants", "GET /api/v1/restaurants/popular",
            "GET " + MAMA, "GET " + MAMA + "/menu", "HEAD " + MAMA + "/menu",
            "GET " + MAMA + "/events", "POST /api/v1/orders", "GET /api/v1/orders/o1",
            "GET /api/v1/orders/o1/events", "POST /api/v1/orders/o1/rating",
            "GET /api/v1/popularity", "GET /",
            "GET /openapi.json", "GET /docs", "GET /docs/page.css", "GET /readyz",
            "GET /livez", "GET /actuator/health", "GET /actuator/prometheus"})
    void asksNothingOfCustomersAndProbes(String call) {
        assertThat(decide(call, null)).isEqualTo(AccessDecision.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH ", "DELETE ", "PUT /menu", "POST /menu", "DELETE /menu",
            "OPTIONS /menu", "PATCH /menu/items/jollof", "POST /menu/batch", "POST /menu/import",
            "GET /menu/export", "GET /menu/versions", "GET /menu/versions/3",
            "GET /menu/versions/3/diff", "GET /menu/versions/3/propagation",
            "POST /menu/rollback", "GET /menu/schedule", "POST /menu/schedule",
            "DELETE /menu/schedule/s1", "GET /orders", "POST /events", "GET /menu/",
            "GET /menu;v=1", "GET /whatever-comes-next"})
    void keepsTheRestOfARestaurantToItsOwnPeople(String call) {
        String ofMama = call.replaceFirst(" ", " " + MAMA);
        assertThat(decide(ofMama, null)).isEqualTo(AccessDecision.TOKEN_NEEDED);
        assertThat(decide(ofMama, GUEST)).isInstanceOf(AccessDecision.Forbidden.class);
        assertThat(decide(ofMama, NEIGHBOUR)).isInstanceOf(AccessDecision.Forbidden.class);
        assertThat(decide(ofMama, OWNER)).isEqualTo(AccessDecision.ALLOWED);
        assertThat(decide(ofMama, OPERATOR)).isEqualTo(AccessDecision.ALLOWED);
    }

    @Test
    void letsOnlyOperatorsOpenRestaurants() {
        String opening = "POST /api/v1/restaurants";
        assertThat(decide(opening, null)).isEqualTo(AccessDecision.TOKEN_NEEDED);
        assertThat(decide(opening, OWNER)).isInstanceOf(AccessDecision.Forbidden.class);
        assertThat(decide(opening, OPERATOR)).isEqualTo(AccessDecision.ALLOWED);
    }

    @Test
    void leavesWhoseOrderItIsToTheOrderService() {
        String transition = "POST /api/v1/orders/o1/transitions";
        assertThat(decide(transition, null)).isEqualTo(AccessDecision.TOKEN_NEEDED);
        assertThat(decide(transition, GUEST)).isInstanceOf(AccessDecision.Forbidden.class);
        for (Caller caller : List.of(OWNER, NEIGHBOUR, OPERATOR)) {
            assertThat(decide(transition, caller)).isEqualTo(AccessDecision.ALLOWED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/orders", "DELETE /api/v1/orders/o1", "GET /internal",
            "POST /", "POST /readyz", "POST /actuator/loggers", "GET /api/v2/restaurants",
            "TRACE /",
            "GET //api/v1/restaurants", "POST /api/v1/popularity",
            "GET /api/v1/restaurantsx/NG-mama-put-ikeja",
            "DELETE /api/v1/restaurants", "GET /docsx", "GET /actuatorx"})
    void allowsNobodyWhatItDoesNotKnow(String call) {
        assertThat(decide(call, null)).isEqualTo(AccessDecision.TOKEN_NEEDED);
        assertThat(decide(call, OPERATOR)).isInstanceOf(AccessDecision.Forbidden.class);
    }

    @ParameterizedTest
    @CsvSource({"lagos", "ng-mama-put-ikeja", "NG-mama-put-ikeja;x=1", "%4EG-mama-put-ikeja",
            "NG-mama-put-ikeja%2F..", "..", "''"})
    void matchesRestaurantsByTheirExactId(String id) {
        String call = "PUT /api/v1/restaurants/" + id + "/menu";
        assertThat(decide(call, OWNER)).isInstanceOf(AccessDecision.Forbidden.class);
        assertThat(decide(call, OPERATOR)).isEqualTo(AccessDecision.ALLOWED);
    }

    private static AccessDecision decide(String call, @Nullable Caller caller) {
        String[] parts = call.split(" ", 2);
        return AccessRule.decide(HttpMethod.valueOf(parts[0]), parts[1], caller);
    }
}
