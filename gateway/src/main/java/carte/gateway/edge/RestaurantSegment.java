package carte.gateway.edge;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** The restaurant in a path of the form {@code …/restaurants/{id}/something}. */
final class RestaurantSegment {

    private RestaurantSegment() {}

    static String of(ServerHttpRequest request) {
        String path = request.getPath().value();
        int end = path.lastIndexOf('/');
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
