package carte.local.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names in {@code deploy/observability/telemetry.md}, by the tables in which they stand. */
public final class TelemetryRegistry {

    private static final String LATER = "after the first";

    private final List<Metric> metrics;
    private final Set<String> attributes;

    private TelemetryRegistry(List<Metric> metrics, Set<String> attributes) {
        this.metrics = metrics;
        this.attributes = attributes;
    }

    /**
     * A metric of ours.
     *
     * @param name as Micrometer has it
     * @param exposed as Prometheus has it
     */
    public record Metric(String name, String exposed, String type, Set<String> tags,
            Set<String> services, String meaning) {

        /** Tells whether it is there before anything has happened. */
        public boolean isThereFromTheStart() {
            return !meaning.contains(LATER);
        }
    }

    /** Reads the registry of this checkout. */
    public static TelemetryRegistry ofThisCheckout() {
        try {
            return of(Files.readString(checkout().resolve("deploy/observability/telemetry.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path checkout() {
        return Path.of("../..").toAbsolutePath().normalize();
    }

    static TelemetryRegistry of(String markdown) {
        List<Metric> metrics = rows(markdown, "## Metrics", "### ").stream()
                .map(cells -> new Metric(name(cells.get(0)), name(cells.get(1)), cells.get(2),
                        names(cells.get(3)), words(cells.get(4)), cells.get(5)))
                .toList();
        Set<String> attributes = rows(markdown, "## Span attributes", "## ").stream()
                .map(cells -> name(cells.getFirst()))
                .collect(Collectors.toSet());
        return new TelemetryRegistry(metrics, attributes);
    }

    /** Returns our metrics. */
    public List<Metric> metrics() {
        return metrics;
    }

    /** Returns those that a service has. */
    public List<Metric> metricsOf(String service) {
        return metrics.stream().filter(metric -> metric.services().contains(service)).toList();
    }

    /** Returns the attributes of spans. */
    public Set<String> attributes() {
        return attributes;
    }

    private static List<List<String>> rows(String markdown, String heading, String next) {
        List<List<String>> rows = new ArrayList<>();
        boolean within = false;
        for (String line : markdown.lines().toList()) {
            if (line.equals(heading)) {
                within = true;
            } else if (within && line.startsWith(next)) {
                return rows;
            } else if (within && line.startsWith("| `")) {
                rows.add(Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip).toList());
            }
        }
        return rows;
    }

    private static String name(String cell) {
        return cell.replace("`", "");
    }

    private static Set<String> names(String cell) {
        return words(name(cell));
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split(",", -1)).map(String::strip)
                .filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
