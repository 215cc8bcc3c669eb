package carte.order.board;

import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shapes;
import org.springframework.stereotype.Component;

/** How lists of orders look as JSON. */
@Component
final class BoardShapes implements ApiShapes {

    @Override
    public void describe(Shapes shapes) {
        shapes.of(BoardPage.class).named("OrderPage")
                .is("Some orders of a restaurant, the newest first.")
                .field("next", "Sent as cursor it gives the next page; null on the last.");
    }
}
