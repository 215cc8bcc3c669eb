package carte.order.rating;

import carte.contracts.event.OrderChanged;
import carte.kit.json.JsonBody;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.Takes;
import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemType;
import carte.order.book.OrderAnswer;
import carte.order.book.OrderBook;
import carte.order.reading.OrderDoor;
import carte.order.reading.OrderResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/orders/{id}/rating}. */
@RestController
final class RatingController {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final OrderDoor door;
    private final OrderBook book;

    RatingController(OrderDoor door, OrderBook book) {
        this.door = door;
        this.book = book;
    }

    @PublicCall(id = "rateOrder", summary = "Rates an order", audience = Audience.ORDER_HOLDERS,
            description = "Once, after delivery. The same rating again is answered as before.")
    @Takes(value = Rating.class, example = "rating.json")
    @Answers(value = OrderAnswer.class, description = "The order with its rating.",
            example = "rated-order.json")
    @Refuses({ProblemType.ORDER_NOT_FOUND, ProblemType.ORDER_STATE_CONFLICT,
            ProblemType.RATING_GIVEN})
    @PostMapping(path = "/api/v1/orders/{id}/rating", consumes = JSON, produces = JSON)
    Mono<ResponseEntity<byte[]>> rate(
            @PathVariable String id,
            @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) Mono<byte[]> body) {
        UUID orderId = OrderDoor.orderId(id);
        return body.defaultIfEmpty(new byte[0])
                .map(RatingController::read)
                .flatMap(rating -> door.openToCustomer(orderId, headers)
                        .flatMap(order -> PostgresOutage.guard(book.change(orderId, rating))))
                .map(OrderResponse::of);
    }

    private static Rating read(byte[] body) {
        return JsonBody.read(body, object -> new Rating(
                (int) object.integer("stars", 1, OrderChanged.MOST_STARS)));
    }
}
