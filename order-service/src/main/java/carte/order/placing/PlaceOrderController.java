package carte.order.placing;

import carte.contracts.http.CarteHeaders;
import carte.kit.json.JsonBody;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import carte.kit.openapi.Takes;
import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.kit.telemetry.SpanAttributes;
import carte.order.access.AccessTokens;
import carte.order.book.Claim;
import carte.order.book.Fingerprint;
import carte.order.book.IdempotencyKey;
import carte.order.book.Order;
import carte.order.book.OrderAnswer;
import carte.order.pricing.OrderRequest;
import io.opentelemetry.api.trace.Span;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/orders}. */
@RestController
final class PlaceOrderController {

    private static final String PATH = "/api/v1/orders";
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final OrderPlacement placement;
    private final AccessTokens tokens;
    private final PlacingMeters meters;

    PlaceOrderController(OrderPlacement placement, AccessTokens tokens, PlacingMeters meters) {
        this.placement = placement;
        this.tokens = tokens;
        this.meters = meters;
    }

    @PublicCall(id = "placeOrder", summary = "Places an order", audience = Audience.CUSTOMERS,
            parameters = SharedParameter.IDEMPOTENCY_KEY)
    @Takes(value = OrderRequest.class, example = "new-order.json")
    @Answers(status = HttpStatus.CREATED, value = OrderAnswer.class,
            description = "The order, with the token that reads it.", example = "placed-order.json",
            headers = SharedHeader.LOCATION)
    @Refuses({ProblemType.RESTAURANT_NOT_FOUND, ProblemType.MENU_CHANGED,
            ProblemType.RESTAURANT_CLOSED, ProblemType.VERSION_NOT_VISIBLE})
    @PostMapping(path = PATH, consumes = JSON, produces = JSON)
    Mono<ResponseEntity<byte[]>> place(
            @RequestHeader HttpHeaders headers, @RequestBody(required = false) Mono<byte[]> body) {
        return body.defaultIfEmpty(new byte[0])
                .flatMap(bytes -> PostgresOutage.guard(place(bytes, key(headers))))
                .transform(meters::count)
                .map(this::answer);
    }

    private Mono<Order> place(byte[] body, @Nullable IdempotencyKey key) {
        OrderRequest request = JsonBody.read(body, OrderRequestReader::read);
        return placement.place(
                request, key == null ? null : new Claim(key, Fingerprint.of(request)));
    }

    private ResponseEntity<byte[]> answer(Order order) {
        Span span = Span.current();
        span.setAttribute(SpanAttributes.RESTAURANT, order.restaurantId().value());
        span.setAttribute(SpanAttributes.MENU_VERSION, order.pricedBy().number());
        return ResponseEntity.created(URI.create(PATH + "/" + order.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(OrderAnswer.of(order, tokens.tokenOf(order.id())).toJson());
    }

    private static @Nullable IdempotencyKey key(HttpHeaders headers) {
        List<String> values = headers.getOrEmpty(CarteHeaders.IDEMPOTENCY_KEY);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new IdempotencyKey(String.join("\n", values));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST,
                    CarteHeaders.IDEMPOTENCY_KEY + ": " + e.getMessage());
        }
    }
}
