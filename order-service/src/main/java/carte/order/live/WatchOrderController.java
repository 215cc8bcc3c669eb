package carte.order.live;

import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedParameter;
import carte.kit.problem.ProblemType;
import carte.order.book.Order;
import carte.order.live.OrderListeners.Listener;
import carte.order.reading.OrderDoor;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHeadResponseDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/orders/{id}/events}. */
@RestController
final class WatchOrderController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String HEARTBEAT = ":\n\n";

    private final OrderDoor door;
    private final OrderListeners listeners;
    private final Flux<String> heartbeats;

    WatchOrderController(OrderDoor door, OrderListeners listeners, LiveSettings settings) {
        this.door = door;
        this.listeners = listeners;
        // One timer for all; proxies on the way end connections that are silent for long.
        this.heartbeats = Flux.interval(settings.heartbeat()).map(_ -> HEARTBEAT).share();
    }

    @PublicCall(id = "watchOrder", summary = "Tells of an order's states as they come",
            audience = Audience.ORDER_HOLDERS,
            description = "Server-sent events named `order`, whose id is the revision: at once for"
                    + " what the order is, then for each change. It ends after the last state;"
                    + " who has seen that already gets 204.",
            parameters = SharedParameter.LAST_EVENT_ID)
    @Answers(value = String.class, mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
            description = "Events until the last one.", example = "events.txt")
    @Answers(status = HttpStatus.NO_CONTENT, description = "Nothing more will come.")
    @Refuses(ProblemType.ORDER_NOT_FOUND)
    @GetMapping(path = "/api/v1/orders/{id}/events",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<Void> watch(@PathVariable String id, ServerWebExchange exchange) {
        UUID orderId = OrderDoor.orderId(id);
        HttpHeaders headers = exchange.getRequest().getHeaders();
        // Listens before it reads, so that nothing falls in between.
        return Mono.using(() -> listeners.enter(orderId),
                listener -> door.open(orderId, headers)
                        .flatMap(order -> tell(order, listener, exchange)));
    }

    private Mono<Void> tell(Order order, Listener listener, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        OrderStream stream = new OrderStream(Step.of(order),
                exchange.getRequest().getHeaders().getFirst(LAST_EVENT_ID));
        if (stream.isOver()) {
            // Browsers come back for ever, unless they are told so.
            response.setStatusCode(HttpStatus.NO_CONTENT);
            return response.setComplete();
        }
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        // Told to nginx and those that follow it, which else hold the stream back.
        response.getHeaders().set("X-Accel-Buffering", "no");
        if (response instanceof HttpHeadResponseDecorator) {
            return response.setComplete();
        }
        return response.writeAndFlushWith(stream.texts(listener.steps(), heartbeats)
                .map(text -> Mono.just(buffer(response, text))));
    }

    private static DataBuffer buffer(ServerHttpResponse response, String text) {
        return response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
