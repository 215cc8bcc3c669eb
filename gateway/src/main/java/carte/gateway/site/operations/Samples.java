package carte.gateway.site.operations;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Numbers by the series that they belong to: what is told at a moment, or how much that grew. */
record Samples(Map<Series, Double> values) {

    static final Samples NONE = new Samples(Map.of());

    /** A name with its labels. */
    record Series(String name, Map<String, String> labels) {

        /** Copies the labels. */
        Series {
            labels = Map.copyOf(labels);
        }

        String label(String label) {
            return labels.getOrDefault(label, "");
        }
    }

    /** One number of a series. */
    record Sample(Series series, double value) {}

    /** Copies the numbers. */
    Samples {
        values = Map.copyOf(values);
    }

    /** Adds up those that have a series in common. */
    static Samples sum(Collection<Samples> all) {
        Map<Series, Double> sums = new HashMap<>();
        all.forEach(each -> each.values.forEach(
                (series, value) -> sums.merge(series, value, Double::sum)));
        return new Samples(sums);
    }

    /** Puts together what several tell; the highest number where they tell of the same. */
    static Samples together(Collection<Samples> all) {
        Map<Series, Double> highest = new HashMap<>();
        all.forEach(each -> each.values.forEach(
                (series, value) -> highest.merge(series, value, Math::max)));
        return new Samples(highest);
    }

    /** Returns by how much each has grown; one that is smaller than before began again at zero. */
    Samples since(Samples before) {
        Map<Series, Double> grown = new HashMap<>();
        values.forEach((series, now) -> {
            double then = before.values.getOrDefault(series, 0.0);
            double growth = now < then ? now : now - then;
            if (growth > 0) {
                grown.put(series, growth);
            }
        });
        return new Samples(grown);
    }

    Samples only(Predicate<String> names) {
        Map<Series, Double> kept = new HashMap<>(values);
        kept.keySet().removeIf(series -> !names.test(series.name()));
        return new Samples(kept);
    }

    /** Returns all of a name, in no order. */
    Stream<Sample> named(String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(entry -> new Sample(entry.getKey(), entry.getValue()));
    }

    double total(String name) {
        return named(name).mapToDouble(Sample::value).sum();
    }

    double total(String name, String label, String value) {
        return named(name).filter(sample -> sample.series().label(label).equals(value))
                .mapToDouble(Sample::value).sum();
    }

    OptionalDouble most(String name) {
        return named(name).mapToDouble(Sample::value).max();
    }

    /** Returns the sums by a label, in its alphabetical order. */
    SortedMap<String, Double> totals(String name, String label) {
        return by(name, label, Double::sum);
    }

    /** Returns the highest by a label, in its alphabetical order. */
    SortedMap<String, Double> highest(String name, String label) {
        return by(name, label, Math::max);
    }

    private SortedMap<String, Double> by(String name, String label, DoubleBinaryOperator merge) {
        SortedMap<String, Double> found = new TreeMap<>();
        named(name).forEach(sample -> found.merge(
                sample.series().label(label), sample.value(), merge::applyAsDouble));
        return found;
    }
}
