package carte.faults.lunch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results as a page. */
final class LunchReport {

    /** A quarter second in which all are served is calm if the 99th percentile is within this. */
    static final Duration CALM = Duration.ofMillis(250);

    private static final String HEAD = "| trouble |";
    private static final String BURST_HEAD = "| too little of |";
    private static final String BURST = "\n## A burst of " + Burst.TIMES
            + " times the capacity\n\n";

    private LunchReport() {}

    /**
     * Returns the page with what has been tried now in place of what it said of that before.
     *
     * @param page as it was, empty if there was none
     */
    static String of(String page, List<LunchTime.Result> results, List<Burst> bursts) {
        int begun = page.indexOf(BURST);
        Map<String, String> rows = rows(begun < 0 ? page : page.substring(0, begun));
        results.forEach(result -> rows.put(result.trouble().name(), row(result)));
        Map<String, String> burstRows = rows(begun < 0 ? "" : page.substring(begun));
        bursts.forEach(burst -> burstRows.put(burst.limit(), row(burst)));
        return """
                # What people noticed at lunch time

                %d cores, JDK %s, everything on one machine, the people too; one instance of each
                service, and a second one of the service that is restarted or frozen. What is
                restarted starts with the processor time that the others leave over, as if it had
                processors of its own; the next one follows 10 s after it is ready. Written by
                `mvn verify -pl deploy/faults -am -Dcarte.lunch=all`; part of a name tries just
                that trouble, and replaces its row.

                500 requests a second (%s), sent once each, through an ingress that leaves out
                gateways that are not ready. Latencies are counted from when a request was to be
                sent. Calm again: from the beginning until all quarter seconds of what the trouble
                must not touch for longer were served within %d ms at p99.

                %s on | requests | not served | hot menu p99 before / during \
                | list p99 before / during | pages with a part missing | calm again (wanted) \
                | verdict |
                |---|---|---|---|---|---|---|---|---|
                %s%s%d seconds of lists of restaurants that nobody has asked for before, five times
                as many as can be made: as few who each ask again at once get. The line's two lanes
                let two answers through at a time, as two processors do; lists over it are of 25
                restaurants, else of 100. Menu-service, order-service and cache-invalidator get a
                ninth of the processor time that others get who want as much, the people and the
                gateway among them, as if those had their own. Latencies of those who were served:
                half, nine of ten and 99 of 100 within. Calm again: from the end of the burst. One
                name writes both: `-Dcarte.lunch=burst`.

                %s on | a second can be made | asked for | served | before \
                | its first second | the rest of it \
                | refused (503 or 429, `Retry-After`) | refused within | calm again | verdict |
                |---|---|---|---|---|---|---|---|---|---|---|---|
                %s"""
                .formatted(Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(), wishes(), CALM.toMillis(), HEAD,
                        String.join("", rows.values()), BURST, Burst.PHASE.toSeconds(),
                        BURST_HEAD, String.join("", burstRows.values()));
    }

    private static Map<String, String> rows(String part) {
        Map<String, String> rows = new LinkedHashMap<>();
        part.lines().filter(line -> line.startsWith("| ") && !line.startsWith(HEAD)
                && !line.startsWith(BURST_HEAD))
                .forEach(line -> rows.put(name(line), line + "\n"));
        return rows;
    }

    private static String name(String row) {
        return row.substring(2, row.indexOf(" |", 2));
    }

    /** Returns what somebody sees who waits for the run to begin. */
    static String line(Samples samples) {
        return String.format(Locale.ROOT, "warming up: %,d requests, p99 %s, not served: %s%n",
                samples.count(), p99(samples), samples.failures());
    }

    static String row(LunchTime.Result result) {
        Samples all = result.samples();
        List<String> faults = result.faults();
        return String.format(Locale.ROOT,
                "| %s | %s | %,d | %s | %s / %s | %s / %s | %,d | %s | %s |%n",
                result.trouble().name(), today(), all.count(),
                all.failures().isEmpty() ? "0" : all.failures().toString(),
                p99(result.before().of(Wish.HOT_MENU)), p99(result.during().of(Wish.HOT_MENU)),
                p99(result.before().of(Wish.LIST)), p99(result.during().of(Wish.LIST)),
                all.only(each -> each.served() && !each.whole()).count(),
                calm(result), faults.isEmpty() ? verdict(result) : faults.toString());
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    private static String wishes() {
        return Trouble.LUNCH.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    /** How long it took is measured, on a machine that may have been busy with other things. */
    private static String verdict(LunchTime.Result result) {
        return result.untilCalm().compareTo(result.trouble().calmWithin()) <= 0
                ? "holds"
                : "holds, late";
    }

    private static String calm(LunchTime.Result result) {
        return result.trouble().calm().isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%s (%s)", text(Optional.of(result.untilCalm())),
                        text(Optional.of(result.trouble().calmWithin())));
    }

    static String row(Burst burst) {
        Samples served = burst.burst().only(Sample::served);
        Samples refused = burst.burst().only(Sample::refused);
        return String.format(Locale.ROOT,
                "| %s | %s | %,d | %,d | %,d | %s | %s | %s | %,d | %s | %s | %s |%n",
                burst.limit(), today(), burst.capacity(), burst.burst().count(), served.count(),
                latencies(burst.calm().only(Sample::served)),
                latencies(burst.beginning().only(Sample::served)),
                latencies(burst.rest().only(Sample::served)),
                refused.count(), latencies(refused),
                text(Optional.of(burst.after().calmAfter(burst.endedAt(), CALM))),
                burst.faults().isEmpty() ? "nobody lost" : burst.faults().toString());
    }

    private static String latencies(Samples samples) {
        return Stream.of(0.5, 0.9, 0.99).map(samples::latency).map(LunchReport::text)
                .collect(Collectors.joining(", "));
    }

    private static String p99(Samples samples) {
        return text(samples.latency(0.99));
    }

    private static String text(Optional<Duration> duration) {
        return duration.map(each -> String.format(Locale.ROOT, "%.1f ms", each.toNanos() / 1e6))
                .orElse("-");
    }
}
