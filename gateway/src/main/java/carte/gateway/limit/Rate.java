package carte.gateway.limit;

/**
 * How often one client may ask for one kind of thing.
 *
 * @param kind such as {@code reads}
 * @param perSecond on average
 * @param burst at once
 */
record Rate(String kind, int perSecond, int burst) {

    private static final int MICROS = 1_000_000;

    /** Returns the time that each request is worth. */
    int intervalMicros() {
        return MICROS / perSecond;
    }
}
