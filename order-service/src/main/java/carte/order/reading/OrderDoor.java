package carte.order.reading;

import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.kit.security.Callers;
import carte.order.access.AccessToken;
import carte.order.access.TokenHash;
import carte.order.book.Order;
import carte.order.book.OrderBook;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets through to an order whoever may have it. An unknown order and a wrong token get one answer,
 * so that ids cannot be tried out.
 */
@Component
public final class OrderDoor {

    private static final Pattern ORDER_ID = Pattern
            .compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SCHEME = "Bearer ";

    private final OrderBook book;
    private final Callers callers;

    OrderDoor(OrderBook book, Callers callers) {
        this.book = book;
        this.callers = callers;
    }

    /**
     * Returns the id of an order.
     *
     * @throws ProblemException if the text has not the form of one
     */
    public static UUID orderId(String text) {
        if (!ORDER_ID.matcher(text).matches()) {
            throw ProblemException.of(
                    ProblemType.ORDER_NOT_FOUND, "an order's id is a UUID in lower case");
        }
        return UUID.fromString(text);
    }

    /** Returns an order to its customer; what else there may be in the headers is a 401. */
    public Mono<Order> openToCustomer(UUID id, HttpHeaders headers) {
        return openTo(new AccessToken(bearer(headers)), id);
    }

    /** Returns an order to its customer, to its restaurant's people and to operators. */
    public Mono<Order> open(UUID id, HttpHeaders headers) {
        String bearer = bearer(headers);
        // An access token has no dot, and a JWT has two.
        return bearer.indexOf('.') < 0
                ? openTo(new AccessToken(bearer), id)
                : callers.of(bearer)
                        .flatMap(caller -> find(id)
                                .filter(order -> caller.mayTouch(order.restaurantId())))
                        .switchIfEmpty(Mono.error(OrderDoor::unauthorized));
    }

    private Mono<Order> openTo(AccessToken token, UUID id) {
        return find(id)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(order -> opened(order, token));
    }

    private Mono<Order> find(UUID id) {
        return PostgresOutage.guard(book.find(id));
    }

    private static Order opened(Optional<Order> order, AccessToken token) {
        TokenHash expected = order.map(Order::tokenHash).orElse(TokenHash.NONE);
        if (!expected.isOf(token)) {
            throw unauthorized();
        }
        return order.orElseThrow();
    }

    private static String bearer(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized();
        }
        return authorization.substring(SCHEME.length()).strip();
    }

    private static ProblemException unauthorized() {
        return ProblemException.of(ProblemType.UNAUTHORIZED,
                "expected the access token that came with the order, as Authorization: Bearer");
    }
}
