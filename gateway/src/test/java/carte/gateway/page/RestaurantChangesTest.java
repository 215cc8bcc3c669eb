package carte.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class RestaurantChangesTest {

    private final AtomicInteger outdated = new AtomicInteger();
    private final RestaurantChanges changes = new RestaurantChanges(outdated::incrementAndGet);

    @ParameterizedTest
    @CsvSource({
            "POST, /api/v1/restaurants, 201, 1",
            "PATCH, /api/v1/restaurants/NG-a, 200, 1",
            "PATCH, /api/v1/restaurants/NG-a, 504, 1",
            "PATCH, /api/v1/restaurants/NG-a, 401, 0",
            "POST, /api/v1/restaurants, 429, 0",
            "GET, /api/v1/restaurants, 200, 0",
            "PATCH, /api/v1/restaurants/NG-a/menu/items/jollof, 200, 0",
            "POST, /api/v1/orders, 201, 0"})
    void whatMayHaveChangedARestaurantOutdatesWhatIsKept(
            String method, String path, int status, int times) {
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.method(HttpMethod.valueOf(method), path));

        changes.filter(exchange, served -> {
            served.getResponse().setStatusCode(HttpStatusCode.valueOf(status));
            assertThat(outdated).as("before the answer is sent").hasValue(0);
            return served.getResponse().setComplete();
        }).block();

        assertThat(outdated).hasValue(times);
    }
}
