package carte.order.reading;

import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.problem.ProblemType;
import carte.order.book.OrderAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/orders/{id}}. */
@RestController
final class ReadOrderController {

    private final OrderDoor door;

    ReadOrderController(OrderDoor door) {
        this.door = door;
    }

    @PublicCall(id = "readOrder", summary = "Reads an order", audience = Audience.ORDER_HOLDERS,
            description = "The restaurant's people may read it too, with their own token.")
    @Answers(value = OrderAnswer.class, description = "The order.", example = "order.json")
    @Refuses(ProblemType.ORDER_NOT_FOUND)
    @GetMapping(path = "/api/v1/orders/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> read(
            @PathVariable String id, @RequestHeader HttpHeaders headers) {
        return door.open(OrderDoor.orderId(id), headers).map(OrderResponse::of);
    }
}
