package carte.gateway.site.operations;

import static carte.gateway.site.operations.MetricNames.OUTBOX_AGE;
import static carte.gateway.site.operations.MetricNames.OUTBOX_DEPTH;
import static carte.gateway.site.operations.MetricNames.OUTBOX_LEASE;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What waits in one outbox.
 *
 * @param name the shard, or orders
 * @param depth how many events Kafka may not have yet
 * @param age since the oldest of them was written
 * @param publisher the instance that publishes them; empty if nobody does
 */
record OutboxRow(String name, String depth, String age, String style, String publisher) {

    static List<OutboxRow> all(Look look, double boundSeconds, Locale locale) {
        Samples told = Samples.together(look.told().values());
        Map<String, Double> ages = told.highest(OUTBOX_AGE, "outbox");
        return told.highest(OUTBOX_DEPTH, "outbox").entrySet().stream()
                .map(outbox -> {
                    double age = ages.getOrDefault(outbox.getKey(), 0.0);
                    return new OutboxRow(outbox.getKey(), Words.count(outbox.getValue(), locale),
                            Words.time(age, locale), Level.of(age, boundSeconds).style(),
                            publisher(outbox.getKey(), look));
                })
                .toList();
    }

    private static String publisher(String outbox, Look look) {
        return look.told().entrySet().stream()
                .filter(told -> told.getValue().total(OUTBOX_LEASE, "outbox", outbox) > 0)
                .map(Map.Entry::getKey)
                .findFirst().orElse("");
    }
}
