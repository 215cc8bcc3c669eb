package carte.faults;

import carte.faults.FaultRun.Result;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as a page. */
final class Report {

    private Report() {}

    static String of(List<Result> results) {
        String rows = results.stream().map(Report::row).collect(Collectors.joining());
        return """
                # What readers were shown under faults

                %s, %d cores, JDK %s, everything on one machine, one gateway, bound %d ms.
                Written by `mvn verify -pl deploy/faults -am -Dcarte.faults=all`, from one run.

                Staleness is counted from the moment at which a client held the acknowledgement
                of a newer version to the moment at which the older one arrived at another.
                "Failed" counts reads that were shown no menu, by status; 0 is no answer: all
                reads fail while the only gateway is away. Recovery is from the fault's end (of
                a killed service: when it is ready again) until every read was fresh and a
                change that was made after the fault was seen.

                | fault | for | reads | worst staleness, unlabelled | labelled stale \
                | failed | writes | not acknowledged | recovery | verdict |
                |---|---|---|---|---|---|---|---|---|---|
                %s"""
                .formatted(LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(), FaultRun.BOUND.toMillis(), rows);
    }

    static String row(Result result) {
        var verdict = result.verdict();
        return String.format(Locale.ROOT,
                "| %s | %d s | %,d | %d ms | %,d | %,d%s | %,d | %,d | %s | %s |%n",
                result.fault().name(), result.fault().duration().toSeconds(), verdict.reads(),
                verdict.worst().toMillis(), verdict.labelled(), verdict.failed(),
                verdict.failures().isEmpty() ? "" : " " + verdict.failures(),
                result.history().writes().size(), result.history().failedWrites(),
                verdict.recovery().map(Report::seconds).orElse("never"),
                verdict.violations().isEmpty()
                        ? "holds"
                        : verdict.violations().size() + " violations");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
