package carte.gateway.shed;

/**
 * How many calls a service does best at once, learnt from how long they take (after TCP Vegas,
 * Brakmo and Peterson 1995). Somebody waits: if calls take about as long as a few did by
 * themselves, the service can do more, so one more is given; if they take much longer they wait for
 * each other in there, so one less.
 */
final class ConcurrencyLimit {

    private static final int AT_REST = 8;
    private static final int FEW = 16;
    private static final double MUCH_LONGER = 2;
    private static final double NEWEST = 0.3;

    private final int most;
    private final int atRest;
    private final int fewest;
    private int given;
    private double calm;

    /** Takes how many are ever given; none are fewer than a sixteenth of that. */
    ConcurrencyLimit(int most) {
        this(most, Math.max(1, most / AT_REST), Math.max(1, most / FEW));
    }

    private ConcurrencyLimit(int most, int atRest, int fewest) {
        this.most = most;
        this.atRest = atRest;
        this.fewest = fewest;
        this.given = atRest;
    }

    /** Returns the limit of calls whose time says nothing of the service: always the same. */
    static ConcurrencyLimit fixed(int most) {
        return new ConcurrencyLimit(most, most, most);
    }

    int given() {
        return given;
    }

    int most() {
        return most;
    }

    /**
     * Takes note of a call that has been answered.
     *
     * @param nanos how long it took
     * @param besides how many were under way when it began, itself included
     * @param left how many are under way now
     * @param wanted whether somebody waits
     */
    void answered(long nanos, int besides, int left, boolean wanted) {
        if (besides <= fewest && left < fewest) {
            calm = calm == 0 ? nanos : calm + NEWEST * (nanos - calm);
        }
        if (wanted) {
            given += nanos <= MUCH_LONGER * calm ? 1 : -1;
        } else if (given < atRest && left < given - 1) {
            given++;
        } else if (given > atRest && left < given / 2) {
            given--;
        }
        given = Math.clamp(given, fewest, most);
    }

    /** Takes note of the first call that is answered after a time in which none was. */
    void answeredAtLast(long nanos) {
        calm = nanos;
    }

    /** Takes note that so many are under way, whatever the limit says. */
    void letIn(int underWay) {
        given = Math.clamp(underWay, given, most);
    }
}
