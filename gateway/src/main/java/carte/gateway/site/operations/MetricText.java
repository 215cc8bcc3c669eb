package carte.gateway.site.operations;

import carte.gateway.site.operations.Samples.Series;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Prometheus's text format, of which it takes the names that are wanted. */
final class MetricText {

    private static final Pattern LINE = Pattern.compile(
            "(?<name>[a-zA-Z_:][a-zA-Z_:0-9]*+)"
                    + "(?:\\{(?<labels>(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*+\")*+)})?"
                    + " (?<value>\\S+).*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private MetricText() {}

    /** A line that says nothing, or that cannot be read, is passed by. */
    static Samples read(String text, Predicate<String> wanted) {
        Map<Series, Double> values = new HashMap<>();
        text.lines().filter(line -> wanted.test(name(line))).forEach(line -> {
            Matcher read = LINE.matcher(line);
            if (read.matches()) {
                number(read.group("value")).ifPresent(value -> values.put(
                        new Series(read.group("name"), labels(read.group("labels"))), value));
            }
        });
        return new Samples(values);
    }

    /** Found without reading the line: most lines are of other names. */
    private static String name(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != '{' && line.charAt(end) != ' ') {
            end++;
        }
        return line.substring(0, end);
    }

    private static Map<String, String> labels(@Nullable String text) {
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(text == null ? "" : text);
        while (label.find()) {
            labels.put(label.group(1), unescaped(label.group(2)));
        }
        return labels;
    }

    private static String unescaped(String value) {
        return ESCAPED.matcher(value).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1).equals("n") ? "\n" : found.group(1)));
    }

    private static OptionalDouble number(String text) {
        return switch (text) {
            case "NaN" -> OptionalDouble.empty();
            case "+Inf" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-Inf" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> finite(text);
        };
    }

    private static OptionalDouble finite(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
