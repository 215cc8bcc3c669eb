package carte.local.suite;

/** What the services are started for. */
public enum Pace {
    /** To be up soon and to show every request in the trace viewer. */
    SOON_UP(1),
    /** To stand beside many others: up soon, and one request of a hundred is traced. */
    LIGHT(0.01),
    /** To be measured: both compilers, and one request of a hundred is traced to its end. */
    FAST(0.01);

    private final double sampled;

    Pace(double sampled) {
        this.sampled = sampled;
    }

    /** Returns the share of requests whose trace is kept. */
    double sampled() {
        return sampled;
    }
}
