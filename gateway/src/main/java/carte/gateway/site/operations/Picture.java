package carte.gateway.site.operations;

import carte.gateway.site.operations.Distribution.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A histogram as shapes in a box of {@value #WIDTH} by {@value #HEIGHT}, for a template to draw:
 * buckets side by side and equally wide, so that the scale of time is all but logarithmic.
 */
record Picture(List<Bar> bars, List<Tick> ticks, List<Mark> marks) {

    static final int WIDTH = 360;
    static final int HEIGHT = 180;

    private static final double TOP = 34;
    private static final double FLOOR = 156;
    private static final double GAP = 2;
    private static final double LEAST_HEIGHT = 2;

    /** One bucket; a bucket with anything in it is seen. */
    record Bar(double x, double y, double width, double height) {}

    /** A bound that is a power of ten, with its text below. */
    record Tick(double x, String text) {}

    /** A line at a quantile, with its text on that side of it where there is room. */
    record Mark(double x, double y, double textX, String anchor, String text) {}

    /** A quantile to be marked. */
    record Quantile(String name, double share) {}

    static Picture of(Distribution times, List<Quantile> quantiles, Locale locale) {
        double width = WIDTH / (double) Math.max(1, times.buckets().size());
        double most = times.buckets().stream().mapToDouble(Bucket::count).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < times.buckets().size(); i++) {
            Bucket bucket = times.buckets().get(i);
            if (bucket.count() > 0) {
                bars.add(bar(i * width, width, bucket.count() / most));
            }
            if (isPowerOfTen(bucket.upTo())) {
                ticks.add(new Tick(rounded((i + 1) * width), Words.time(bucket.upTo(), locale)));
            }
        }
        return new Picture(bars, ticks, marks(times, quantiles, width, locale));
    }

    private static Bar bar(double x, double width, double share) {
        double height = Math.max(LEAST_HEIGHT, share * (FLOOR - TOP));
        return new Bar(rounded(x + GAP / 2), rounded(FLOOR - height),
                rounded(width - GAP), rounded(height));
    }

    private static List<Mark> marks(
            Distribution times, List<Quantile> quantiles, double width, Locale locale) {
        List<Mark> marks = new ArrayList<>();
        for (Quantile quantile : quantiles) {
            times.quantile(quantile.share()).ifPresent(seconds -> marks.add(mark(
                    place(times, seconds) * width, marks.size(),
                    quantile.name() + " " + Words.time(seconds, locale))));
        }
        return marks;
    }

    private static Mark mark(double x, int row, String text) {
        boolean left = x > WIDTH / 2.0;
        // One text below the other: two quantiles may be close.
        return new Mark(rounded(x), 12 + row * 15.0, rounded(left ? x - 4 : x + 4),
                left ? "end" : "start", text);
    }

    /** Returns how many widths of a bucket a time is away from the left. */
    private static double place(Distribution times, double seconds) {
        for (int i = 0; i < times.buckets().size(); i++) {
            Bucket bucket = times.buckets().get(i);
            if (seconds <= bucket.upTo()) {
                return Double.isInfinite(bucket.upTo())
                        ? i
                        : i + (seconds - bucket.from()) / (bucket.upTo() - bucket.from());
            }
        }
        return times.buckets().size();
    }

    private static boolean isPowerOfTen(double seconds) {
        double power = Math.log10(seconds);
        return !Double.isInfinite(power) && Math.abs(power - Math.rint(power)) < 1e-9;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
