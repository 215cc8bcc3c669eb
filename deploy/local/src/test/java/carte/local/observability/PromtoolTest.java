package carte.local.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Prometheus's and Alertmanager's own tools, of Debian's packages {@code prometheus} and
 * {@code prometheus-alertmanager}. Where they are not installed this is left out, but never where
 * {@code CI=true} says that nothing may be.
 */
class PromtoolTest {

    @Test
    void takesTheConfigurationAndItsRules() throws Exception {
        run("promtool", "check", "config", "prometheus/prometheus.yml");
    }

    @Test
    void seesEachAlertFireAndKeepStill() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("test", "rules"));
        Observability.files("prometheus/tests", ".yml")
                .forEach(file -> arguments.add(file.toString()));
        run("promtool", arguments.toArray(String[]::new));
    }

    @Test
    void takesAlertmanagersConfiguration() throws Exception {
        run("amtool", "check-config", "alertmanager/alertmanager.yml");
    }

    private static void run(String tool, String... arguments) throws Exception {
        Process process = new ProcessBuilder(
                Stream.concat(Stream.of(tool(tool).toString()), Stream.of(arguments)).toList())
                .directory(Observability.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s %s%n%s", tool, List.of(arguments), said).isZero();
    }

    private static Path tool(String name) throws IOException {
        for (String folder : String.valueOf(System.getenv("PATH")).split(":", -1)) {
            Path file = Path.of(folder, name);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        String missing = name + " is not on the path: alerts are not tried."
                + " Debian has it in prometheus and prometheus-alertmanager";
        if ("true".equals(System.getenv("CI"))) {
            return fail(missing);
        }
        System.err.println(missing);
        return abort(missing);
    }
}
