package carte.local.observability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What services show of themselves, in Prometheus's text format. */
public final class Exposition {

    private static final Pattern LINE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z_:0-9]*)(?:\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)})? .*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, List<Map<String, String>>> series = new HashMap<>();

    /** Takes what was scraped of each service, by the name under which Prometheus scrapes it. */
    public Exposition(Map<String, String> texts) {
        texts.forEach((job, text) -> text.lines().filter(line -> !line.startsWith("#"))
                .forEach(line -> add(job, line)));
    }

    private void add(String job, String line) {
        Matcher read = LINE.matcher(line);
        if (read.matches()) {
            Map<String, String> labels = new LinkedHashMap<>();
            Matcher label = LABEL.matcher(Objects.requireNonNullElse(read.group(2), ""));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            labels.put("job", job);
            series.computeIfAbsent(read.group(1), _ -> new ArrayList<>()).add(labels);
        }
    }

    /** Returns whether a series has the labels; of which instance it is, is not known. */
    public boolean shows(Selector selector) {
        return series.getOrDefault(selector.metric(), List.of()).stream()
                .anyMatch(labels -> selector.labels().entrySet().stream()
                        .filter(wanted -> !wanted.getKey().equals("instance"))
                        .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey()))));
    }
}
