package carte.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class RouteTableTest {

    @ParameterizedTest
    @CsvSource({
            "/api/v1/restaurants, MENU, /api/v1/restaurants",
            "/api/v1/restaurants/NG-mama-put, MENU, /api/v1/restaurants/{id}",
            "/api/v1/restaurants/popular, ORDER, /api/v1/restaurants/popular",
            "/api/v1/restaurants/NG-mama-put/menu, MENU, /api/v1/restaurants/{id}/menu",
            "/api/v1/restaurants/NG-mama-put/menu/items/jollof, MENU, "
                    + "/api/v1/restaurants/{id}/menu/items/{itemId}",
            "/api/v1/restaurants/NG-mama-put/orders, ORDER, /api/v1/restaurants/{id}/orders",
            "/api/v1/orders, ORDER, /api/v1/orders",
            "/api/v1/orders/0198f1c2-7d1e, ORDER, /api/v1/orders/{id}"})
    void findsTheServiceOfEachPath(String path, Service service, String template) {
        assertThat(RouteTable.find(path)).hasValueSatisfying(route -> {
            assertThat(route.service()).isEqualTo(service);
            assertThat(route.template()).isEqualTo(template);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api", "/api/v1", "/api/v1/restaurants/", "/api/v2/orders",
            "/api/v1/Restaurants", "//api/v1/restaurants", "/api/v1/restaurants//menu",
            "/api/v1/restaurants/NG-mama-put/menu/", "/api/v1/restaurants/NG-mama-put/secrets",
            "/api/v1/orders/1/2", "/actuator/prometheus"})
    void knowsNoOtherPath(String path) {
        assertThat(RouteTable.find(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "%2e%2e", "a%2Fb", "a;b=c", "a\\b", "a b", "é", "a@b"})
    void takesNoSegmentThatAServiceCouldReadDifferently(String id) {
        assertThat(RouteTable.find("/api/v1/orders/" + id)).isEmpty();
        assertThat(RouteTable.find("/api/v1/restaurants/" + id + "/menu")).isEmpty();
    }

    @Test
    void takesNoEndlessSegment() {
        assertThat(RouteTable.find("/api/v1/orders/" + "a".repeat(128))).isPresent();
        assertThat(RouteTable.find("/api/v1/orders/" + "a".repeat(129))).isEmpty();
    }

    @Test
    void listsTheMethodsOfAMenu() {
        assertThat(RouteTable.find("/api/v1/restaurants/NG-mama-put/menu").orElseThrow().methods())
                .containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT);
    }

    @Test
    void knowsWhichAnswersHaveNoEnd() {
        assertThat(RouteTable.find("/api/v1/orders/1/events").orElseThrow().stream()).isTrue();
        assertThat(RouteTable.find("/api/v1/orders/1").orElseThrow().stream()).isFalse();
    }

    @Test
    void knowsWhichWritesAreDoneOnceForEachKey() {
        assertThat(Route.of("/api/v1/orders", Service.ORDER, HttpMethod.POST).honoursKeys())
                .isTrue();
        assertThat(Route.of("/api/v1/orders/{id}/x", Service.ORDER, HttpMethod.POST)
                .honoursKeys()).isFalse();
        assertThat(RouteTable.routes()).filteredOn(route -> route.service() == Service.MENU)
                .allMatch(Route::honoursKeys);
    }

    @Test
    void hasNoTwoRoutesForOnePath() {
        assertThat(RouteTable.routes()).extracting(Route::template).doesNotHaveDuplicates();
    }
}
