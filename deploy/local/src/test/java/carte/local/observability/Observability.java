package carte.local.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of deploy/observability. */
public final class Observability {

    static final Path FOLDER = Path.of("..", "observability").toAbsolutePath().normalize();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern OF_RUNBOOK = Pattern.compile(
            "At Prometheus:\n\n +(\\S.*)\n");

    private Observability() {}

    /** An expression of PromQL, and where it stands. */
    public record Query(String where, String expression) {}

    /** Returns the rules of Prometheus: those that record, and the alerts. */
    static List<JsonNode> rules() {
        return files("prometheus/rules", ".yml").stream()
                .flatMap(file -> yaml(file).path("groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    static List<JsonNode> alerts() {
        return rules().stream().filter(rule -> rule.has("alert")).toList();
    }

    /** Returns the names under which rules record what they work out. */
    public static List<String> recorded() {
        return rules().stream().filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asString()).toList();
    }

    static List<Path> runbooks() {
        return files("runbooks", ".md");
    }

    static List<JsonNode> dashboards() {
        return files("grafana/dashboards", ".json").stream()
                .map(file -> JSON.readTree(text(file))).toList();
    }

    /** Returns every query of the rules, the dashboards and the runbooks. */
    public static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        rules().forEach(rule -> queries.add(new Query(
                rule.path("alert").asString("") + rule.path("record").asString(""),
                rule.path("expr").asString())));
        dashboards().forEach(dashboard -> dashboard.findValues("expr").forEach(expression -> queries
                .add(new Query(dashboard.path("title").asString(), expression.asString()))));
        for (Path runbook : runbooks()) {
            Matcher query = OF_RUNBOOK.matcher(text(runbook));
            while (query.find()) {
                queries.add(new Query(String.valueOf(runbook.getFileName()), query.group(1)));
            }
        }
        return queries;
    }

    /** Returns the registry of names. */
    public static String registry() {
        return text(FOLDER.resolve("telemetry.md"));
    }

    static JsonNode yaml(Path file) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
        return JSON.valueToTree(read);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
