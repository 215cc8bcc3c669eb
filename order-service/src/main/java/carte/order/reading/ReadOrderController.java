package carte.order.reading;

import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.access.AccessToken;
import carte.order.access.TokenHash;
import carte.order.book.Order;
import carte.order.book.OrderAnswer;
import carte.order.book.OrderBook;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/orders/{id}}: whoever has the order's token may read it. */
@RestController
final class ReadOrderController {

    private static final Pattern ORDER_ID = Pattern
            .compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SCHEME = "Bearer ";

    private final OrderBook book;

    ReadOrderController(OrderBook book) {
        this.book = book;
    }

    @PublicCall(id = "readOrder", summary = "Reads an order", audience = Audience.ORDER_HOLDERS)
    @Answers(value = OrderAnswer.class, description = "The order.", example = "order.json")
    @Refuses(ProblemType.ORDER_NOT_FOUND)
    @GetMapping(path = "/api/v1/orders/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> read(
            @PathVariable String id, @RequestHeader HttpHeaders headers) {
        UUID orderId = orderId(id);
        AccessToken token = token(headers);
        return PostgresOutage.guard(book.find(orderId))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(order -> answer(order, token));
    }

    /** An unknown order and a wrong token get one answer, so that ids cannot be tried out. */
    private static ResponseEntity<byte[]> answer(Optional<Order> order, AccessToken token) {
        TokenHash expected = order.map(Order::tokenHash).orElse(TokenHash.NONE);
        if (!expected.isOf(token)) {
            throw unauthorized();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(OrderAnswer.of(order.orElseThrow()).toJson());
    }

    private static UUID orderId(String text) {
        if (!ORDER_ID.matcher(text).matches()) {
            throw ProblemException.of(
                    ProblemType.ORDER_NOT_FOUND, "an order's id is a UUID in lower case");
        }
        return UUID.fromString(text);
    }

    private static AccessToken token(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized();
        }
        return new AccessToken(authorization.substring(SCHEME.length()).strip());
    }

    private static ProblemException unauthorized() {
        return ProblemException.of(ProblemType.UNAUTHORIZED,
                "expected the access token that came with the order, as Authorization: Bearer");
    }
}
