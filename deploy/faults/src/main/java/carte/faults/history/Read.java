package carte.faults.history;

/**
 * A menu that was asked for.
 *
 * @param reader who asks for one menu after the other
 * @param minVersion that was asked for, or 0
 * @param status of HTTP, or 0 if no answer came
 * @param version that was shown, or 0
 * @param price of the item that writers change, as it was shown, or 0
 * @param stale whether the answer said that it was older than the bound
 */
public record Read(
        int reader,
        String restaurant,
        long minVersion,
        long sentNanos,
        long receivedNanos,
        int status,
        long version,
        long price,
        boolean stale) {

    /** Tells whether a menu was shown as one that is fresh. */
    public boolean isFresh() {
        return status == 200 && !stale;
    }
}
