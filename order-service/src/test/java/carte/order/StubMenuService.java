package carte.order;

import carte.contracts.http.CarteHeaders;
import carte.contracts.http.Rfc3339;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemType;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * A menu-service that tests tell what to say. Unless it is told else, restaurants are open, are in
 * the shard {@code west}, and have no newer menu than whoever asks.
 */
public final class StubMenuService implements AutoCloseable {

    private static final StubMenuService SHARED = new StubMenuService();
    private static final String RESTAURANTS = "/api/v1/restaurants/";

    private final LoopResources threads = LoopResources.create("stub-menu-service", 1, true);
    private final DisposableServer server;
    private final Map<RestaurantId, MenuDocument> menus = new ConcurrentHashMap<>();
    private final Map<RestaurantId, OpeningHours> hours = new ConcurrentHashMap<>();
    private final Map<RestaurantId, Integer> failing = new ConcurrentHashMap<>();
    private final Map<RestaurantId, String> shards = new ConcurrentHashMap<>();
    private final Map<String, Duration> ahead = new ConcurrentHashMap<>();
    private final Set<RestaurantId> silent = new CopyOnWriteArraySet<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Listens on a free port of this machine. */
    public StubMenuService() {
        // Of its own: a service that ends disposes of the threads that all share.
        server = HttpServer.create().runOn(threads).host("127.0.0.1").port(0)
                .handle(this::answer).bindNow();
    }

    /** Returns the one that the services of the tests ask. */
    public static StubMenuService shared() {
        return SHARED;
    }

    /** Returns where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Lets it know a menu. */
    public void knows(MenuDocument menu) {
        menus.put(menu.restaurantId(), menu);
    }

    /** Lets it know where a restaurant is. */
    public void knows(RestaurantId id, String shard) {
        shards.put(id, shard);
    }

    /** Lets the database of a shard show a later time. */
    public void runsAhead(String shard, Duration by) {
        ahead.put(shard, by);
    }

    /** Lets it know when a restaurant is open, as revision 1. */
    public void knows(RestaurantId id, OpeningHours open) {
        hours.put(id, open);
    }

    /** Lets it answer with this status whatever is asked of a restaurant. */
    public void fails(RestaurantId id, int status) {
        failing.put(id, status);
    }

    /** Lets it never answer what is asked of a restaurant. */
    public void keepsSilent(RestaurantId id) {
        silent.add(id);
    }

    /** Returns what was asked of a restaurant, path and query. */
    public List<String> asked(RestaurantId id) {
        return asked.stream()
                .filter(each -> each.matches(RESTAURANTS + id + "(/.*)?"))
                .toList();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        asked.add(request.uri());
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        String rest = uri.path().substring(RESTAURANTS.length());
        RestaurantId id = new RestaurantId(rest.replace("/menu", ""));
        Integer failure = failing.get(id);
        if (silent.contains(id)) {
            return Mono.never();
        }
        if (failure != null) {
            return response.status(failure).send();
        }
        return rest.endsWith("/menu")
                ? menu(id, least(uri), held(request), response)
                : restaurant(id, response);
    }

    private static long least(QueryStringDecoder uri) {
        return Long
                .parseLong(uri.parameters().getOrDefault("min_version", List.of("1")).getFirst());
    }

    private static long held(HttpServerRequest request) {
        String tag = request.requestHeaders().get("If-None-Match", "0");
        return Long.parseLong(tag.replace("\"", ""));
    }

    private Publisher<Void> menu(
            RestaurantId id, long least, long held, HttpServerResponse response) {
        MenuDocument menu = menus.get(id);
        if (menu == null && held == 0) {
            return response.status(404).send();
        }
        if ((menu == null ? held : menu.version().number()) < least) {
            Problem denial = Problem.of(ProblemType.VERSION_NOT_VISIBLE, "not yet");
            return response.status(503)
                    .header(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .sendByteArray(
                            Mono.just(ContractJson.mapper().writeValueAsBytes(denial)));
        }
        String shard = shards.getOrDefault(id, "west");
        Instant now = Instant.now().plus(ahead.getOrDefault(shard, Duration.ZERO));
        response.header(CarteHeaders.SHARD, shard)
                .header(CarteHeaders.AS_OF, Rfc3339.millis(now))
                .header(CarteHeaders.NOW, Rfc3339.millisUp(now));
        return menu == null || menu.version().number() == held
                ? response.status(304).send()
                : response.sendByteArray(Mono.just(MenuJson.of(menu).utf8()));
    }

    private Publisher<Void> restaurant(RestaurantId id, HttpServerResponse response) {
        OpeningHours open = hours.getOrDefault(id, MamaPut.ALWAYS);
        return response.header(CarteHeaders.RESTAURANT_REVISION, "1")
                .sendByteArray(Mono.just(ContractJson.mapper().writeValueAsBytes(open)));
    }

    @Override
    public void close() {
        server.disposeNow();
        threads.dispose();
    }
}
