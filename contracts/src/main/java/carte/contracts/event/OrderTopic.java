package carte.contracts.event;

/**
 * The topic of {@link OrderChanged}: keyed by restaurant, so that what becomes of one restaurant's
 * orders stands in one partition, in the order of the changes of each order.
 */
public final class OrderTopic {

    /** Name of the topic. */
    public static final String NAME = "order-events";

    /** Number of partitions; it never changes, or the order within a key would be lost. */
    public static final int PARTITIONS = 12;

    /** How long records are kept, in days: longer than the orders that popularity counts. */
    public static final int RETAINED_DAYS = 35;

    private OrderTopic() {}
}
