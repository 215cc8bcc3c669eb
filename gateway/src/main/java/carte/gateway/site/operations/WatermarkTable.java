package carte.gateway.site.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ages of watermarks, a row for each partition and a column for each shard. */
record WatermarkTable(List<String> shards, List<Row> rows) {

    /** One partition. */
    record Row(String partition, List<Cell> cells) {}

    /** One age, and how it is; of what tells nothing there is an empty text. */
    record Cell(String text, String style) {

        private static final Cell NOTHING = new Cell("", "");
    }

    /** Takes the highest age where several instances tell one. */
    static WatermarkTable of(String name, Samples told, double boundSeconds, Locale locale) {
        Map<String, Map<String, Double>> ages = new TreeMap<>();
        // 10 comes behind 9.
        Set<String> partitions = new TreeSet<>(
                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        told.named(name).forEach(sample -> {
            String partition = sample.series().label("partition");
            partitions.add(partition);
            ages.computeIfAbsent(sample.series().label("shard"), _ -> new TreeMap<>())
                    .merge(partition, sample.value(), Math::max);
        });
        List<Row> rows = partitions.stream()
                .map(partition -> new Row(partition, ages.values().stream()
                        .map(shard -> cell(shard.get(partition), boundSeconds, locale))
                        .toList()))
                .toList();
        return new WatermarkTable(List.copyOf(ages.keySet()), rows);
    }

    private static Cell cell(@Nullable Double seconds,
            double boundSeconds, Locale locale) {
        return seconds == null
                ? Cell.NOTHING
                : new Cell(Words.time(seconds, locale),
                        Level.of(seconds, boundSeconds).style());
    }
}
