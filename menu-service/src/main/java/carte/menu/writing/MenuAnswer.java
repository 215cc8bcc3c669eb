package carte.menu.writing;

import carte.contracts.http.CarteHeaders;
import carte.kit.telemetry.SpanAttributes;
import io.opentelemetry.api.trace.Span;
import org.springframework.http.ResponseEntity;

/** What a write of a menu is answered with: the menu as it is now. */
public final class MenuAnswer {

    private MenuAnswer() {}

    /** Returns the answer that tells of {@code menu}, of which the request's span is told, too. */
    public static ResponseEntity<byte[]> of(PublishedMenu menu) {
        Span span = Span.current();
        span.setAttribute(SpanAttributes.RESTAURANT, menu.restaurantId().value());
        span.setAttribute(SpanAttributes.MENU_VERSION, menu.version().number());
        return ResponseEntity.ok()
                .eTag(menu.version().entityTag())
                .header(CarteHeaders.MENU_VERSION, menu.version().toString())
                .body(menu.json().utf8());
    }
}
