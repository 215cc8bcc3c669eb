package carte.order.reading;

import carte.order.book.Order;
import carte.order.book.OrderAnswer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that is an order, which nobody on the way may keep. */
public final class OrderResponse {

    private OrderResponse() {}

    /** Returns it, without the order's access token. */
    public static ResponseEntity<byte[]> of(Order order) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(OrderAnswer.of(order).toJson());
    }
}
