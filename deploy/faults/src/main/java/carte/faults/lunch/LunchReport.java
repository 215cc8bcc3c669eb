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

/** The results as a page. */
final class LunchReport {

    /** A quarter second in which all are served is calm if the 99th percentile is within this. */
    static final Duration CALM = Duration.ofMillis(250);

    private static final String HEAD = "| trouble |";
    private static final String BURST = "\n## A burst of " + Burst.TIMES
            + " times the capacity\n\n";

    private LunchReport() {}

    /**
     * Returns the page with what has been tried now in place of what it said of that before.
     *
     * @param page as it was, empty if there was none
     */
    static String of(String page, List<LunchTime.Result> results, Optional<Burst> burst) {
        Map<String, String> rows = new LinkedHashMap<>();
        page.lines().filter(line -> line.startsWith("| ") && !line.startsWith(HEAD))
                .forEach(line -> rows.put(name(line), line + "\n"));
        results.forEach(result -> rows.put(result.trouble().name(), row(result)));
        int begun = page.indexOf(BURST);
        String paragraph = burst.map(LunchReport::paragraph)
                .orElse(begun < 0 ? "" : page.substring(begun + BURST.length()));
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
                %s%s%s"""
                .formatted(Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(), wishes(), CALM.toMillis(), HEAD,
                        String.join("", rows.values()), BURST, paragraph);
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

    static String paragraph(Burst burst) {
        Samples served = burst.burst().only(Sample::served);
        Samples refused = burst.burst().only(Sample::refused);
        return String.format(Locale.ROOT,
                """
                        %s: the suite makes %,d lists of a hundred restaurants a second that \
                        nobody has asked for before. In the second burst of its life asked \
                        for %,d in 5 s, it served %,d (half within %s, 99 %% within %s; within \
                        %s before the burst) and refused %,d with 503 or 429 and `Retry-After` \
                        (99 %% within %s). When the burst had ended it took %s until all were \
                        served within %d ms at p99 again. %s
                        """,
                today(), burst.capacity(), burst.burst().count(), served.count(),
                text(served.latency(0.5)), p99(served),
                p99(burst.calm()), refused.count(), p99(refused),
                text(Optional.of(burst.after().calmAfter(burst.endedAt(), CALM))),
                CALM.toMillis(), burst.faults().isEmpty() ? "" : burst.faults());
    }

    private static String p99(Samples samples) {
        return text(samples.latency(0.99));
    }

    private static String text(Optional<Duration> duration) {
        return duration.map(each -> String.format(Locale.ROOT, "%.1f ms", each.toNanos() / 1e6))
                .orElse("-");
    }
}
