package carte.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every alert is complete: whoever is woken by it finds what it means and what to do. */
class AlertsTest {

    private static final int LINES_OF_A_SCREEN = 40;
    private static final Pattern NAMED_BY_ROUTES = Pattern.compile("alertname=~?\"([^\"]+)\"");

    @Test
    void sayHowBadItIsWhatItIsAndWhereToReadOn() {
        assertThat(Observability.alerts()).hasSizeGreaterThan(30).allSatisfy(alert -> {
            String name = alert.path("alert").asString();
            assertThat(alert.path("for").asString("")).as(name).matches("\\d+[smh]");
            assertThat(alert.at("/labels/severity").asString("")).as(name)
                    .isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asString("")).as(name).isNotBlank();
            assertThat(alert.at("/annotations/runbook_url").asString("")).as(name)
                    .isEqualTo("{{ $externalURL }}/consoles/" + name + ".md");
        });
    }

    @Test
    void haveARunbookEachAndNoRunbookIsLeftOver() {
        assertThat(Observability.runbooks()).extracting(AlertsTest::name)
                .containsExactlyElementsOf(names());
    }

    @Test
    void haveRunbooksOfOneScreenThatPrometheusCanShow() {
        assertThat(Observability.runbooks()).allSatisfy(runbook -> {
            String text = Observability.text(runbook);
            assertThat(text.lines()).hasSizeLessThanOrEqualTo(LINES_OF_A_SCREEN);
            assertThat(text).startsWith("# " + name(runbook) + "\n")
                    .contains("**Meaning.**", "**Who notices.**", "## Check", "## Mend")
                    // It takes them as templates.
                    .doesNotContain("{{");
        });
    }

    @Test
    void areTriedBothWays() {
        List<JsonNode> trials = Observability.files("prometheus/tests", ".yml").stream()
                .flatMap(file -> Observability.yaml(file).path("tests").valueStream())
                .flatMap(test -> test.path("alert_rule_test").valueStream())
                .toList();

        assertThat(tried(trials, false)).as("fires").isEqualTo(names());
        assertThat(tried(trials, true)).as("keeps still").isEqualTo(names());
    }

    @Test
    void areThoseThatAlertmanagerKnows() {
        Matcher named = NAMED_BY_ROUTES.matcher(Observability.text(
                Observability.FOLDER.resolve("alertmanager/alertmanager.yml")));

        assertThat(named.results().flatMap(result -> Stream.of(result.group(1).split("\\|", -1))))
                .isNotEmpty().isSubsetOf(names());
    }

    private static Set<String> tried(List<JsonNode> trials, boolean still) {
        return trials.stream().filter(trial -> trial.path("exp_alerts").isEmpty() == still)
                .map(trial -> trial.path("alertname").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names() {
        return Observability.alerts().stream().map(alert -> alert.path("alert").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Path runbook) {
        return String.valueOf(runbook.getFileName()).replace(".md", "");
    }
}
