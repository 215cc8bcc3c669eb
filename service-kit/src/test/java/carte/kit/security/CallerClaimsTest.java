package carte.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.RestaurantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerClaimsTest {

    private static final RestaurantId MAMA_PUT = new RestaurantId("NG-mama-put-ikeja");

    @Test
    void namesTheCallerAsPeopleKnowThemAndAsNobodyElseIs() {
        assertThat(nameOf(Map.of("sub", "7f3a", "preferred_username", "mama")))
                .isEqualTo("mama (7f3a)");
        assertThat(nameOf(Map.of("sub", "mama", "preferred_username", "mama"))).isEqualTo("mama");
        assertThat(nameOf(Map.of("sub", "7f3a"))).isEqualTo("7f3a");
        assertThat(nameOf(Map.of("sub", "7f3a", "preferred_username", " "))).isEqualTo("7f3a");
        assertThat(nameOf(Map.of("sub", "7f3a", "preferred_username", 5))).isEqualTo("7f3a");
        assertThat(CallerClaims.read(Map.of("preferred_username", "mama"))).isEmpty();
    }

    @Test
    void keepsNamesToOneLineOfAHistory() {
        assertThat(nameOf(Map.of("sub", "mama\n\u0000put"))).isEqualTo("mama  put");
        assertThat(nameOf(Map.of("sub", "m".repeat(5_000)))).hasSize(200);
    }

    @Test
    void readsRolesAndRestaurants() {
        Caller caller = read(Map.of("sub", "mama", "roles", List.of("cook", "operator"),
                "restaurants", List.of("NG-mama-put-ikeja", "not an id", 5)));
        assertThat(caller.operator()).isTrue();
        assertThat(caller.restaurants()).containsExactly(MAMA_PUT);
    }

    @Test
    void takesClaimsOfAnotherFormForNone() {
        Caller caller = read(Map.of("sub", "mama", "roles", "operator",
                "restaurants", Map.of("NG-mama-put-ikeja", true)));
        assertThat(caller.operator()).isFalse();
        assertThat(caller.restaurants()).isEmpty();
        assertThat(caller.mayTouch(MAMA_PUT)).isFalse();
    }

    private static String nameOf(Map<String, Object> claims) {
        return read(claims).name();
    }

    private static Caller read(Map<String, Object> claims) {
        return CallerClaims.read(claims).orElseThrow();
    }
}
