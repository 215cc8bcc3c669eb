package carte.order.pricing;

import carte.contracts.menu.Money;
import java.util.List;

/**
 * An item that a customer wants, with what it cost on the menu that the customer saw.
 *
 * @param quantity how many, at least 1
 * @param unitPrice what the customer saw for one, options included
 * @param options each option of each group at most once
 */
public record OrderLine(
        String itemId, int quantity, Money unitPrice, List<ChosenOption> options) {

    /** Copies the options. */
    public OrderLine {
        options = List.copyOf(options);
    }
}
