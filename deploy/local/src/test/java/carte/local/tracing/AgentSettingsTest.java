package carte.local.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgentSettingsTest {

    private static final Path IN_IMAGES = Path.of("..", "containers", "agent.properties");

    @Test
    void theSameIsTracedInContainers() throws IOException {
        Properties images = new Properties();
        try (Reader reader = Files.newBufferedReader(IN_IMAGES)) {
            images.load(reader);
        }
        Map<String, String> here = new TreeMap<>(AgentSettings.of("gateway",
                new Zipkin(List.of("java"), Path.of("z.jar"), 9411), 0.01));
        images.stringPropertyNames().forEach(name -> assertThat(here)
                .containsEntry(name, images.getProperty(name)));
        assertThat(images.stringPropertyNames()).containsAll(here.keySet().stream()
                .filter(name -> name.startsWith("otel.instrumentation.")
                        || name.equals("otel.propagators"))
                .toList());
    }
}
