package carte.order.placing;

import carte.contracts.event.OrderChanged;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shapes;
import carte.kit.problem.ProblemType;
import carte.order.book.OrderAnswer;
import carte.order.pricing.ChosenOption;
import carte.order.pricing.LineChange;
import carte.order.pricing.OrderLine;
import carte.order.pricing.OrderRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How orders look as JSON, with the very bounds that their reader holds them to. */
@Component
final class OrderShapes implements ApiShapes {

    private static final String ID = MenuDocument.ID_PATTERN;

    /** The members of {@link MenuChangedProblem}. */
    record MenuChangedMembers(MenuVersion menuVersion, List<LineChange> changes) {}

    /** The members of {@link RestaurantClosedProblem}. */
    record RestaurantClosedMembers(@Nullable Instant opensAt) {}

    @Override
    public void describe(Shapes shapes) {
        shapes.variable("orders/{id}", "The order.", """
                {"type": "string", "format": "uuid"}""", "0198f1c2-7d1e-7b3a-9c52-3f5b6a7c8d9e")
                .problemMembers(ProblemType.MENU_CHANGED, MenuChangedMembers.class)
                .problemMembers(ProblemType.RESTAURANT_CLOSED, RestaurantClosedMembers.class);
        shapes.of(MenuChangedMembers.class).named("MenuChanged")
                .is("What differs from the menu that the customer saw.")
                .field("menuVersion", "The version that it differs in.");
        shapes.of(RestaurantClosedMembers.class).named("RestaurantClosed")
                .is("When the restaurant takes orders again.")
                .field("opensAt", "Null where that is not known.");
        shapes.of(LineChange.class)
                .is("A line that is not to be had as the customer saw it.")
                .field("line", "Index of the line in the order.")
                .field("now", "What one costs now; null where it is not to be had.");
        shapes.of(OrderAnswer.class).named("Order")
                .is("An order as its customer reads it.")
                .field("total", "What the customer pays, tax included.")
                .field("tax", "The part of the total that is tax.")
                .omitted("stars", "accessToken")
                .between("revision", 1, Integer.MAX_VALUE)
                .field("revision", "1 when it was placed, one more at each change.")
                .field("changedAt", "When this revision was made.")
                .between("stars", 1, OrderChanged.MOST_STARS)
                .field("stars", "The customer's rating; left out while there is none.")
                .field("accessToken", "Reads the order; told only when it is placed.");
        orders(shapes);
    }

    private static void orders(Shapes shapes) {
        shapes.of(OrderRequest.class).named("Order")
                .is("What a customer wants from a menu that they saw.")
                .required("restaurantId", "menuVersion", "fulfilment", "lines")
                .between("menuVersion", 1, OrderRequestReader.GREATEST_VERSION)
                .field("menuVersion", "The version that the customer saw.")
                .size("lines", 1, OrderRequestReader.MOST_LINES);
        shapes.of(OrderLine.class)
                .is("So many of one item.")
                .required("itemId", "quantity", "unitPrice")
                .matching("itemId", ID)
                .between("quantity", 1, OrderRequestReader.MOST_OF_ONE)
                .field("unitPrice", "What the customer saw for one, options included.")
                .size("options", 0, OrderRequestReader.MOST_OPTIONS);
        shapes.of(ChosenOption.class)
                .is("An option that was chosen for each of a line.")
                .required("groupId", "optionId", "quantity")
                .matching("groupId", ID)
                .matching("optionId", ID)
                .between("quantity", 1, OrderRequestReader.MOST_OF_ONE);
    }
}
