package carte.local.demo;

/**
 * A distribution given by some of its quantiles, interpolated on a logarithmic scale between them,
 * as suits sizes and prices.
 */
final class Quantiles {

    /** Items of a restaurant. */
    static final Quantiles ITEM_COUNT = new Quantiles(4, 11, 26, 46, 78, 123, 152, 221, 3_899);

    /** Characters in the name of an item. */
    static final Quantiles NAME_LENGTH = new Quantiles(3, 7, 13, 18, 25, 35, 43, 66, 180);

    /** Price of an item in US dollars. */
    static final Quantiles DOLLARS = new Quantiles(0.5, 1.87, 4.18, 8.00, 12.52, 16.95, 21.99,
            49.95, 895);

    private static final double[] PROBABILITIES = {0, .05, .25, .50, .75, .90, .95, .99, 1};

    private final double[] values;

    /** Takes the least value, the 5, 25, 50, 75, 90, 95 and 99 per cent quantiles, the greatest. */
    private Quantiles(double... values) {
        this.values = values;
    }

    /** Returns the quantile at {@code probability}, between 0 and 1. */
    double at(double probability) {
        int upper = 1;
        while (probability > PROBABILITIES[upper]) {
            upper++;
        }
        double width = PROBABILITIES[upper] - PROBABILITIES[upper - 1];
        double share = (probability - PROBABILITIES[upper - 1]) / width;
        return values[upper - 1] * Math.pow(values[upper] / values[upper - 1], share);
    }
}
