package carte.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.Freshness;
import carte.gateway.proxy.WholeAnswer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

class RestaurantChangesTest {

    private static final Freshness FRESHNESS = new Freshness(
            Duration.ofHours(1), Duration.ofMillis(100), Duration.ZERO);

    private final AtomicLong nanos = new AtomicLong();
    private final ListReads lists = new ListReads(_ -> list(), _ -> Mono.just(Map.of()),
            FRESHNESS, this::moment);
    private final RestaurantChanges changes = new RestaurantChanges(lists,
            new RestaurantReads(_ -> list(), FRESHNESS, new PageSettings(
                    Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)),
                    this::moment));

    @BeforeEach
    void keepAList() {
        lists.of(null).block();
        assertThat(lists.keeps(null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "POST, /api/v1/restaurants, 201, false",
            "PATCH, /api/v1/restaurants/NG-other, 200, false",
            "PATCH, /api/v1/restaurants/NG-other, 504, false",
            "PATCH, /api/v1/restaurants/NG-a, 401, true",
            "PATCH, /api/v1/restaurants/NG-a, 503, true",
            "POST, /api/v1/restaurants, 429, true",
            "GET, /api/v1/restaurants, 200, true",
            "PATCH, /api/v1/restaurants/NG-a/menu/items/jollof, 200, false",
            "PUT, /api/v1/restaurants/NG-a/menu, 200, false",
            "PUT, /api/v1/restaurants/NG-other/menu, 200, true",
            "POST, /api/v1/orders, 201, true"})
    void whatMayHaveBeenChangedIsAskedForAnew(
            String method, String path, int status, boolean kept) {
        filter(method, path, served -> {
            served.getResponse().setStatusCode(HttpStatusCode.valueOf(status));
            assertThat(lists.keeps(null)).as("before the answer is sent").isTrue();
            return served.getResponse().setComplete();
        }).block();

        assertThat(lists.keeps(null)).isEqualTo(kept);
    }

    @Test
    void whoeverLeavesMayHaveChangedIt() {
        filter("POST", "/api/v1/restaurants", _ -> Mono.never()).subscribe().dispose();
        assertThat(lists.keeps(null)).isFalse();
    }

    private Mono<Void> filter(String method, String path, WebFilterChain chain) {
        return changes.filter(MockServerWebExchange.from(
                MockServerHttpRequest.method(HttpMethod.valueOf(method), path)), chain);
    }

    private Moment moment() {
        return new Moment(nanos.incrementAndGet(), 0);
    }

    private static Mono<WholeAnswer> list() {
        return Mono.just(new WholeAnswer(200, new DefaultHttpHeaders(), """
                {"items": [{"id": "NG-a"}], "next": null}""".getBytes(StandardCharsets.UTF_8)));
    }
}
