package carte.faults.history;

/**
 * A change that was acknowledged.
 *
 * @param price that it set, in minor units
 * @param acknowledgedNanos when its answer had arrived, by the one clock of the clients
 */
public record Write(
        String restaurant, long version, long price, long sentNanos, long acknowledgedNanos) {}
