package carte.gateway.site.operations;

import carte.gateway.site.operations.History.Known;
import java.util.List;
import java.util.Locale;

/**
 * One process.
 *
 * @param answers whether it answered at the newest look
 * @param uptime since it started; empty if it does not answer
 * @param memory used of the most it may use
 */
record InstanceRow(String name, boolean answers, String uptime, String memory) {

    static List<InstanceRow> all(Known known, Locale locale) {
        return known.instances().stream()
                .map(name -> known.latest().hasHeard(name)
                        ? answering(name, known.latest().of(name), locale)
                        : new InstanceRow(name, false, "", ""))
                .toList();
    }

    private static InstanceRow answering(String name, Samples told, Locale locale) {
        double used = told.total(MetricNames.MEMORY_USED, "area", "heap");
        // Parts of the heap that have no bound of their own say -1.
        double most = told.named(MetricNames.MEMORY_MOST)
                .filter(sample -> sample.series().label("area").equals("heap"))
                .mapToDouble(Samples.Sample::value)
                .filter(bytes -> bytes > 0).sum();
        return new InstanceRow(name, true,
                Words.time(told.total(MetricNames.UPTIME), locale),
                Words.megabytes(used, most, locale));
    }
}
