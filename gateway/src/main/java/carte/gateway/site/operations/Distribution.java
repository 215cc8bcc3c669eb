package carte.gateway.site.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** How many of some times fell into each bucket of a histogram. */
record Distribution(List<Bucket> buckets) {

    /**
     * One bucket.
     *
     * @param from seconds, not included
     * @param upTo seconds, infinite for the last
     */
    record Bucket(double from, double upTo, double count) {}

    /**
     * Takes the cumulated buckets of a name.
     *
     * @param bounds samples that have all of the buckets, whatever their counts
     * @param grown by how much they have grown; what has not may be missing
     */
    static Distribution of(String name, Samples bounds, Samples grown) {
        TreeSet<Double> ends = new TreeSet<>();
        bounds.named(name).forEach(sample -> ends.add(bound(sample.series().label("le"))));
        List<Bucket> buckets = new ArrayList<>();
        double from = 0;
        double below = 0;
        for (double upTo : ends) {
            double cumulated = grown.named(name)
                    .filter(sample -> bound(sample.series().label("le")) == upTo)
                    .mapToDouble(Samples.Sample::value).sum();
            buckets.add(new Bucket(from, upTo, Math.max(0, cumulated - below)));
            from = upTo;
            below = Math.max(below, cumulated);
        }
        return new Distribution(List.copyOf(buckets));
    }

    private static double bound(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    double count() {
        return buckets.stream().mapToDouble(Bucket::count).sum();
    }

    /** As Prometheus reckons it: within a bucket all times are taken to be evenly spread. */
    OptionalDouble quantile(double share) {
        double wanted = share * count();
        double below = 0;
        for (Bucket bucket : buckets) {
            if (bucket.count() > 0 && below + bucket.count() >= wanted) {
                return OptionalDouble.of(Double.isInfinite(bucket.upTo())
                        ? bucket.from()
                        : bucket.from() + (bucket.upTo() - bucket.from())
                                * (wanted - below) / bucket.count());
            }
            below += bucket.count();
        }
        return OptionalDouble.empty();
    }
}
