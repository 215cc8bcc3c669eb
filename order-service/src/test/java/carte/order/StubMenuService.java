package carte.order;

import carte.contracts.http.CarteHeaders;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** A menu-service that tests tell what to say; restaurants are open unless it is told else. */
public final class StubMenuService implements AutoCloseable {

    // Of its own: a context that ends takes the threads along that all others share.
    private static final LoopResources THREADS = LoopResources.create("stub-menu-service");
    private static final StubMenuService SHARED = new StubMenuService();
    private static final String RESTAURANTS = "/api/v1/restaurants/";

    private final DisposableServer server;
    private final Map<RestaurantId, MenuDocument> menus = new ConcurrentHashMap<>();
    private final Map<RestaurantId, OpeningHours> hours = new ConcurrentHashMap<>();
    private final Map<RestaurantId, Integer> failing = new ConcurrentHashMap<>();
    private final Set<RestaurantId> silent = new CopyOnWriteArraySet<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Listens on a free port of this machine. */
    public StubMenuService() {
        server = HttpServer.create().runOn(THREADS).host("127.0.0.1").port(0)
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
                ? menu(menus.get(id), least(uri), response)
                : restaurant(id, response);
    }

    private static long least(QueryStringDecoder uri) {
        return Long
                .parseLong(uri.parameters().getOrDefault("min_version", List.of("1")).getFirst());
    }

    private static Publisher<Void> menu(
            @Nullable MenuDocument menu, long least, HttpServerResponse response) {
        if (menu == null) {
            return response.status(404).send();
        }
        return menu.version().number() < least
                ? response.status(503).send()
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
    }
}
