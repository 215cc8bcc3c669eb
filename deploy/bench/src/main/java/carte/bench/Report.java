package carte.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** The results as a page. */
final class Report {

    private Report() {}

    static String of(List<Table> tables, int restaurants) {
        return """
                # Measured

                %s, %d cores, JDK %s, everything on one machine: clients, PostgreSQL, Redis,
                Kafka, one instance of each service, each with the tracing agent at 1 %%.
                %,d generated restaurants. Written by `%s`, from one run; a noisy machine:
                take figures of one table as ratios.

                %s"""
                .formatted(LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(), Runtime.version().feature(),
                        restaurants, BenchCommand.NAME,
                        tables.stream().map(Table::markdown).collect(Collectors.joining("\n")));
    }
}
