package carte.gateway;

import static org.awaitility.Awaitility.await;

import carte.contracts.http.Rfc3339;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** A menu-service and an order-service that know one restaurant well and lists of three. */
final class ServicesStub implements AutoCloseable {

    static final String AS_OF = "2026-03-01T12:00:00.123Z";

    private static final String RESTAURANTS = "/api/v1/restaurants";
    private static final List<String> LISTED = List.of("NG-b", "NG-a", "KE-c");

    private final StubService menu = new StubService();
    private final StubService order = new StubService();

    StubService menu() {
        return menu;
    }

    StubService order() {
        return order;
    }

    /** From now on both answer, and nobody has been asked anything. */
    void serve(MenuDocument known) {
        menu.answers((request, response) -> answer(known, request.uri(), response));
        orderSaysAgeMillis(40);
    }

    /** From now on the menu-service fails for these paths and answers others. */
    void fails(String... paths) {
        Set<String> failing = Set.copyOf(Arrays.asList(paths));
        StubService.Behaviour before = menu.behaviour();
        menu.answers((request, response) -> failing.contains(request.uri().split("\\?", 2)[0])
                ? problem(response, 503, "unavailable")
                : before.apply(request, response));
    }

    void orderSaysAgeMillis(long ageMillis) {
        order.answers((request, response) -> json(response, popularity(
                request.uri().contains("ids=")
                        ? List.of(request.uri().split("ids=", 2)[1].split(",", -1))
                        : LISTED,
                ageMillis)));
    }

    void orderFails(int status) {
        order.answers((_, response) -> problem(response, status, "unavailable"));
    }

    void orderNeverAnswers() {
        order.answers((_, _) -> Mono.never());
    }

    void awaitOrderTarget(String target) {
        await().until(() -> orderTargets().contains(target));
    }

    List<String> menuTargets() {
        return targets(menu);
    }

    List<String> orderTargets() {
        return targets(order);
    }

    private static List<String> targets(StubService service) {
        return service.received().stream().map(received -> received.request().uri()).toList();
    }

    private static Publisher<Void> answer(
            MenuDocument known, String target, HttpServerResponse response) {
        String page = RESTAURANTS + "/" + known.restaurantId();
        if (target.equals(page)) {
            return json(response, restaurant(known.restaurantId().value()));
        }
        if (target.startsWith(page + "/menu")) {
            return target.contains("min_version=8")
                    ? problem(response, 503, "version-not-visible")
                    : menu(known, response);
        }
        if (target.startsWith(RESTAURANTS + "/")) {
            return problem(response, 404, "restaurant-not-found");
        }
        return target.contains("limit=0")
                ? problem(response, 400, "malformed-request")
                : json(response, list(target));
    }

    private static Publisher<Void> menu(MenuDocument known, HttpServerResponse response) {
        MenuVersion version = known.version();
        return response
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .header("ETag", version.entityTag())
                .header("Menu-Version", version.toString())
                .header("As-Of", Rfc3339.millis(Instant.now()))
                .header("Cache-Status", "carte-redis; hit")
                .header("Carte-Shard", MenuLogUnderTest.SHARD)
                .header("Carte-Now", Rfc3339.millisUp(Instant.now()))
                .sendObject(Unpooled.wrappedBuffer(MenuJson.of(known).compress().gzip()));
    }

    private static Publisher<Void> json(HttpServerResponse response, String body) {
        return response.header("Content-Type", "application/json").sendString(Mono.just(body));
    }

    private static Publisher<Void> problem(HttpServerResponse response, int status, String slug) {
        return response.status(status).header("Content-Type", "application/problem+json")
                .sendString(Mono.just("""
                        {"type": "urn:problem:carte:%s", "title": "T", "status": %d,
                         "detail": "by the stub"}""".formatted(slug, status)));
    }

    /** Each city has three. */
    private static String list(String target) {
        String city = target.contains("city=")
                ? "-" + target.replaceFirst(".*city=([a-z]+).*", "$1")
                : "";
        return LISTED.stream().map(id -> restaurant(id + city))
                .collect(Collectors.joining(",", "{\"items\": [", "], \"next\": null}"));
    }

    private static String restaurant(String id) {
        return """
                {"id": "%s", "name": "Mama Put", "pausedUntil": null, "open": true,
                 "rating": null, "ratingCount": null, "menuVersion": 7}""".formatted(id);
    }

    private static String popularity(List<String> ids, long ageMillis) {
        return ids.stream().map("""
                {"restaurantId": "%s", "orderCount": 812, "rating": 4.7, "ratingCount": 640,
                 "openOrders": 3, "waitingMinutes": 25}"""::formatted)
                .collect(Collectors.joining(",", "{\"asOf\": \"" + AS_OF + "\", \"ageMillis\": "
                        + ageMillis + ", \"items\": [", "]}"));
    }

    @Override
    public void close() {
        menu.close();
        order.close();
    }
}
