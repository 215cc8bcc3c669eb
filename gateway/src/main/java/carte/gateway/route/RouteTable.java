package carte.gateway.route;

import static carte.gateway.route.Service.MENU;
import static carte.gateway.route.Service.ORDER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import java.util.Optional;

/** All paths that are forwarded; what is not listed here never reaches a service. */
public final class RouteTable {

    /** A menu: the hot path. */
    public static final String MENU_TEMPLATE = "/api/v1/restaurants/{id}/menu";

    /** The changes of a menu, as they happen. */
    public static final String EVENTS_TEMPLATE = "/api/v1/restaurants/{id}/events";

    /** Where orders are placed. */
    static final String ORDERS_TEMPLATE = "/api/v1/orders";

    /** Restaurants, page by page or by their ids. */
    public static final String LIST_TEMPLATE = "/api/v1/restaurants";

    /** The restaurants that most people order from. */
    public static final String POPULAR_TEMPLATE = LIST_TEMPLATE + "/popular";

    /** All about one restaurant. */
    public static final String PAGE_TEMPLATE = LIST_TEMPLATE + "/{id}";

    // The first that matches is the one: what has a name of its own stands before variables.
    private static final List<Route> ROUTES = List.of(
            Route.of(LIST_TEMPLATE, MENU, GET, POST),
            Route.of(POPULAR_TEMPLATE, ORDER, GET),
            Route.of(PAGE_TEMPLATE, MENU, GET, PATCH),
            Route.of(MENU_TEMPLATE, MENU, GET, PUT),
            Route.of(EVENTS_TEMPLATE, MENU, GET),
            Route.of("/api/v1/restaurants/{id}/menu/items/{itemId}", MENU, PATCH),
            Route.of("/api/v1/restaurants/{id}/menu/batch", MENU, POST),
            Route.of("/api/v1/restaurants/{id}/menu/import", MENU, POST),
            Route.of("/api/v1/restaurants/{id}/menu/export", MENU, GET),
            Route.of("/api/v1/restaurants/{id}/menu/versions", MENU, GET),
            Route.of("/api/v1/restaurants/{id}/menu/versions/{version}", MENU, GET),
            Route.of("/api/v1/restaurants/{id}/menu/versions/{version}/diff", MENU, GET),
            Route.of("/api/v1/restaurants/{id}/menu/versions/{version}/propagation", MENU, GET),
            Route.of("/api/v1/restaurants/{id}/menu/rollback", MENU, POST),
            Route.of("/api/v1/restaurants/{id}/menu/schedule", MENU, GET, POST),
            Route.of("/api/v1/restaurants/{id}/menu/schedule/{scheduleId}", MENU, GET, DELETE),
            Route.of("/api/v1/restaurants/{id}/orders", ORDER, GET),
            Route.of(ORDERS_TEMPLATE, ORDER, POST),
            Route.of("/api/v1/orders/{id}", ORDER, GET),
            Route.stream("/api/v1/orders/{id}/events", ORDER),
            Route.of("/api/v1/orders/{id}/transitions", ORDER, POST),
            Route.of("/api/v1/orders/{id}/rating", ORDER, POST));

    private RouteTable() {}

    /** Returns every route. */
    public static List<Route> routes() {
        return ROUTES;
    }

    /** Returns the route of a path as it was sent, without its query. */
    public static Optional<Route> find(String path) {
        List<String> segments = Route.segments(path);
        return ROUTES.stream().filter(route -> route.matches(segments)).findFirst();
    }
}
