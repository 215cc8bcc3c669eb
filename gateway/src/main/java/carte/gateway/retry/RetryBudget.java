package carte.gateway.retry;

/**
 * How many second tries there may be: one for every ten requests, and a few more where there are
 * few requests. When everything fails, second tries would only double the load on what fails.
 */
public final class RetryBudget {

    // In tenths of a try, so that sums are exact.
    private static final int PER_REQUEST = 1;
    private static final int PER_TRY = 10;

    private final int most;
    private int tenths;

    /**
     * Makes a budget.
     *
     * @param reserve tries that there are before the first request
     * @param most tries that can be saved up
     */
    public RetryBudget(int reserve, int most) {
        this.tenths = reserve * PER_TRY;
        this.most = most * PER_TRY;
    }

    /** Takes note of a request, which is not a second try. */
    public synchronized void requested() {
        tenths = Math.min(most, tenths + PER_REQUEST);
    }

    /** Takes one second try, or tells that there is none left. */
    public synchronized boolean take() {
        boolean left = tenths >= PER_TRY;
        if (left) {
            tenths -= PER_TRY;
        }
        return left;
    }
}
