package carte.faults.lunch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results as a page. */
final class LunchReport {

    /** A quarter second in which all are served is calm if the 99th percentile is within this. */
    static final Duration CALM = Duration.ofMillis(250);

    private LunchReport() {}

    static String of(List<LunchTime.Result> results, Burst burst) {
        return """
                # What people noticed at lunch time

                %s, %d cores, JDK %s, everything on one machine, the people too; one instance
                of each service, and a second one of the service that is restarted or frozen.
                What is restarted starts with the processor time that the others leave over, as
                if it had processors of its own; the next one follows 10 s after it is ready.
                Written by `mvn verify -pl deploy/faults -am -Dcarte.lunch=all`, from one run.

                500 requests a second (%s), sent once each, through an ingress that leaves out
                gateways that are not ready. Latencies are counted from when a request was to be
                sent. Calm again: from the beginning until all quarter seconds of what the trouble
                must not touch for longer were served within %d ms at p99.

                | trouble | requests | not served | hot menu p99 before / during \
                | list p99 before / during | pages with a part missing | calm again (wanted) \
                | verdict |
                |---|---|---|---|---|---|---|---|
                %s
                ## A burst of %d times the capacity

                %s"""
                .formatted(LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(), wishes(), CALM.toMillis(),
                        results.stream().map(LunchReport::row).collect(Collectors.joining()),
                        Burst.TIMES, paragraph(burst));
    }

    /** Returns what somebody sees who waits for the run to begin. */
    static String line(Samples samples) {
        return String.format(Locale.ROOT, "warming up: %,d requests, p99 %s, not served: %s%n",
                samples.count(), p99(samples), samples.failures());
    }

    static String row(LunchTime.Result result) {
        Samples all = result.samples();
        List<String> faults = result.faults();
        return String.format(Locale.ROOT, "| %s | %,d | %s | %s / %s | %s / %s | %,d | %s | %s |%n",
                result.trouble().name(), all.count(),
                all.failures().isEmpty() ? "0" : all.failures().toString(),
                p99(result.before().of(Wish.HOT_MENU)), p99(result.during().of(Wish.HOT_MENU)),
                p99(result.before().of(Wish.LIST)), p99(result.during().of(Wish.LIST)),
                all.only(each -> each.served() && !each.whole()).count(),
                calm(result), faults.isEmpty() ? "holds" : faults.toString());
    }

    private static String wishes() {
        return Trouble.LUNCH.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
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
                        The gateway makes %,d lists a second. Asked for %,d in 5 s, it served \
                        %,d (p99 %s; %s before the burst) and refused %,d with 503 or 429 and \
                        `Retry-After` (p99 %s). When the burst had ended it took %s until all \
                        were served within %d ms at p99 again. %s
                        """,
                burst.capacity(), burst.burst().count(), served.count(), p99(served),
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
