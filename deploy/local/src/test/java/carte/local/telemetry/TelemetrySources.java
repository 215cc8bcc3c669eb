package carte.local.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of meters and of span attributes in the sources of the services. */
final class TelemetrySources {

    private static final List<String> MODULES = List.of(
            "service-kit", "menu-service", "order-service", "cache-invalidator", "gateway");

    // What registers a meter here is called so; its name is the first literal that it is given.
    private static final Pattern METER = Pattern.compile(
            "(?:builder|counter|timer|gauge|summary|histogram|age|ReadTimers)\\(\\s*"
                    + "(?:\\w+,\\s*)*\"(carte\\.[a-z.]+)\"");
    private static final Pattern NAMED_METER = Pattern.compile(
            "static final String (?:READS|EVENTS) = \"(carte\\.[a-z.]+)\"");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?:AttributeKey\\s*\\.\\w+Key|setAttribute)\\(\\s*\"([^\"]+)\"");

    private TelemetrySources() {}

    /** Returns all of them as one text. */
    static String ofThisCheckout() {
        return MODULES.stream()
                .map(module -> TelemetryRegistry.checkout().resolve(module + "/src/main/java"))
                .flatMap(TelemetrySources::files)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TelemetrySources::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> meters(String sources) {
        Set<String> names = new TreeSet<>(found(METER, sources));
        names.addAll(found(NAMED_METER, sources));
        return names;
    }

    /** Returns those of ours: others are named by OpenTelemetry's conventions. */
    static Set<String> attributes(String sources) {
        Set<String> names = new TreeSet<>(found(ATTRIBUTE, sources));
        names.remove("http.route");
        return names;
    }

    private static Set<String> found(Pattern pattern, String sources) {
        return pattern.matcher(sources).results().map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
