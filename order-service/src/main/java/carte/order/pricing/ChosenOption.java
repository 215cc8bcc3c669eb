package carte.order.pricing;

/**
 * An option that a customer chose for one line.
 *
 * @param quantity how many of it each unit of the line has, at least 1
 */
public record ChosenOption(String groupId, String optionId, int quantity) {}
