package carte.gateway.site.operations;

import static carte.gateway.site.operations.MetricNames.ANSWERS;
import static carte.gateway.site.operations.MetricNames.APPLIED;
import static carte.gateway.site.operations.MetricNames.EDGE_WATERMARK_AGE;
import static carte.gateway.site.operations.MetricNames.LOG_SILENCE;
import static carte.gateway.site.operations.MetricNames.REDIS_READS;
import static carte.gateway.site.operations.MetricNames.REDIS_WATERMARK_AGE;
import static carte.gateway.site.operations.MetricNames.VISIBLE;

import carte.gateway.site.operations.History.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the page shows, in words of its language.
 *
 * @param at the time of the newest look
 * @param age the oldest knowledge of any gateway; null where no gateway tells
 * @param since from when on what has happened is counted
 */
record Board(
        String at,
        String bound,
        @Nullable Age age,
        String since,
        WatermarkTable gateways,
        WatermarkTable redis,
        List<Share> tiers,
        List<Share> redisReads,
        Propagation visible,
        Propagation applied,
        List<OutboxRow> outboxes,
        List<InstanceRow> instances,
        List<FaultRow> faults) {

    private static final List<String> TIERS = List.of("edge", "redis", "primary", "none");
    private static final List<String> RESULTS = List.of("hit", "old", "miss", "failed");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern(
            "HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How old the oldest knowledge is, and how that is. */
    record Age(String text, String style) {}

    /**
     * A part of a whole.
     *
     * @param key the end of the key of its name
     * @param bar its length in percent
     */
    record Share(String key, String count, String share, double bar) {}

    /** How long changes took, as a picture and in words. */
    record Propagation(String count, String middle, String slowest, Picture picture) {

        private static final List<Picture.Quantile> MARKED = List.of(
                new Picture.Quantile("p50", 0.5), new Picture.Quantile("p99", 0.99));

        static Propagation of(String name, Samples told, Samples grown, Locale locale) {
            Distribution times = Distribution.of(name, told, grown);
            return new Propagation(Words.count(times.count(), locale),
                    text(times.quantile(0.5), locale), text(times.quantile(0.99), locale),
                    Picture.of(times, MARKED, locale));
        }

        /** Tells whether there is nothing to be drawn. */
        public boolean isEmpty() {
            return picture.bars().isEmpty();
        }

        private static String text(OptionalDouble seconds, Locale locale) {
            return seconds.isPresent() ? Words.time(seconds.getAsDouble(), locale) : "–";
        }
    }

    /** Something that went wrong, for a sentence by its key. */
    record FaultRow(String time, String clock, String key, String who, String what,
            String count) {}

    static Board of(Known known, Duration bound, Locale locale) {
        Samples told = Samples.together(known.latest().told().values());
        double boundSeconds = bound.toMillis() / 1e3;
        return new Board(
                CLOCK.format(known.latest().at()),
                Words.time(boundSeconds, locale),
                age(told, boundSeconds, locale),
                CLOCK.format(known.since()),
                WatermarkTable.of(EDGE_WATERMARK_AGE, told, boundSeconds, locale),
                WatermarkTable.of(REDIS_WATERMARK_AGE, told, boundSeconds, locale),
                shares(TIERS, known.grown().totals(ANSWERS, "tier"), locale),
                shares(RESULTS, known.grown().totals(REDIS_READS, "result"), locale),
                Propagation.of(VISIBLE, told, known.grown(), locale),
                Propagation.of(APPLIED, told, known.grown(), locale),
                OutboxRow.all(known.latest(), boundSeconds, locale),
                InstanceRow.all(known, locale),
                known.faults().stream().map(fault -> row(fault, locale)).toList());
    }

    /** The age of what tells nothing any more stands still, so the silence counts as well. */
    private static @Nullable Age age(Samples told, double boundSeconds, Locale locale) {
        OptionalDouble most = Stream.of(EDGE_WATERMARK_AGE, LOG_SILENCE)
                .map(told::most)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        return most.isEmpty()
                ? null
                : new Age(Words.time(most.getAsDouble(), locale),
                        Level.of(most.getAsDouble(), boundSeconds).style());
    }

    private static List<Share> shares(
            List<String> keys, Map<String, Double> counts, Locale locale) {
        double whole = counts.values().stream().mapToDouble(Double::doubleValue).sum();
        return keys.stream().map(key -> {
            double count = counts.getOrDefault(key, 0.0);
            return new Share(key, Words.count(count, locale), Words.share(count, whole, locale),
                    whole > 0 ? Math.round(1_000 * count / whole) / 10.0 : 0);
        }).toList();
    }

    private static FaultRow row(Fault fault, Locale locale) {
        Instant at = fault.at();
        return new FaultRow(at.toString(), CLOCK.format(at), fault.kind().key(), fault.who(),
                fault.what(), Words.count((double) fault.count(), locale));
    }
}
