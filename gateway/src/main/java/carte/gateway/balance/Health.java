package carte.gateway.balance;

/** What an instance says of itself when it is asked whether it is ready. */
enum Health {
    UP("is ready"), OUT("says that it is out of service"), SILENT("does not answer"),
    UNCLEAR("does not say whether it is ready");

    private static final int SERVICE_UNAVAILABLE = 503;

    private final String text;

    Health(String text) {
        this.text = text;
    }

    /** Returns what an answer of this status says. */
    static Health of(int status) {
        if (status / 100 == 2) {
            return UP;
        }
        return status == SERVICE_UNAVAILABLE ? OUT : UNCLEAR;
    }

    @Override
    public String toString() {
        return text;
    }
}
