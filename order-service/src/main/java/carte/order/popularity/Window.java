package carte.order.popularity;

/** The days (UTC) whose orders count: today and those before it. */
final class Window {

    /** Their number. */
    static final int DAYS = 30;

    /** In SQL, the newest day whose orders no longer count, by the database's clock. */
    static final String LAST_DAY_OUT = "(cast(now() at time zone 'UTC' as date) - "
            + DAYS + ")";

    private Window() {}
}
