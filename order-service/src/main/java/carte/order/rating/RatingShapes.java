package carte.order.rating;

import carte.contracts.event.OrderChanged;
import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shapes;
import org.springframework.stereotype.Component;

/** How ratings look as JSON. */
@Component
final class RatingShapes implements ApiShapes {

    @Override
    public void describe(Shapes shapes) {
        shapes.of(Rating.class)
                .is("What the customer says of an order.")
                .required("stars")
                .between("stars", 1, OrderChanged.MOST_STARS);
    }
}
