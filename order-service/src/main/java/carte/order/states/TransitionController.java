package carte.order.states;

import carte.contracts.order.OrderState;
import carte.kit.json.JsonBody;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.Takes;
import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.kit.security.Caller;
import carte.order.book.Order;
import carte.order.book.OrderAnswer;
import carte.order.book.OrderBook;
import carte.order.reading.OrderDoor;
import carte.order.reading.OrderResponse;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/orders/{id}/transitions}: only the restaurant's people bring it on. */
@RestController
final class TransitionController {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final OrderBook book;

    TransitionController(OrderBook book) {
        this.book = book;
    }

    @PublicCall(id = "moveOrder", summary = "Brings an order to its next state",
            audience = Audience.ADMINS,
            description = "From `PLACED` to `ACCEPTED` or `REJECTED`, then to `PREPARING`, `READY`"
                    + " and `DELIVERED`; once accepted and until it is delivered it may be"
                    + " `CANCELLED`. Sent again while the order is in that state it changes"
                    + " nothing, so that an `Idempotency-Key` is taken and not needed.")
    @Takes(value = NewState.class, example = "transition.json")
    @Answers(value = OrderAnswer.class, description = "The order as it is then.",
            example = "accepted-order.json")
    @Refuses({ProblemType.ORDER_NOT_FOUND, ProblemType.ORDER_STATE_CONFLICT})
    @PostMapping(path = "/api/v1/orders/{id}/transitions", consumes = JSON, produces = JSON)
    Mono<ResponseEntity<byte[]>> move(
            @PathVariable String id,
            Caller caller,
            @RequestBody(required = false) Mono<byte[]> body) {
        UUID orderId = OrderDoor.orderId(id);
        return body.defaultIfEmpty(new byte[0])
                .map(TransitionController::read)
                .flatMap(to -> PostgresOutage.guard(move(orderId, to, caller)))
                .map(OrderResponse::of);
    }

    private static OrderState read(byte[] body) {
        return JsonBody.read(body, object -> object.oneOf("to", OrderState.class, null));
    }

    /** Looks whose order it is before it holds anybody up. */
    private Mono<Order> move(UUID id, OrderState to, Caller caller) {
        return book.find(id)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        ProblemType.ORDER_NOT_FOUND, "there is no order " + id)))
                .doOnNext(order -> requireOwn(order, caller))
                .flatMap(order -> book.change(id, new Transition(to, caller.name())));
    }

    private static void requireOwn(Order order, Caller caller) {
        if (!caller.mayTouch(order.restaurantId())) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "the order is another restaurant's");
        }
    }
}
