package carte.gateway.docs;

import carte.gateway.file.ServedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Where Swagger UI stands in its WebJar, and the page that shows it. */
final class SwaggerUi {

    /** The version that was built in; it is part of the addresses, so that they never change. */
    static final String VERSION = version();

    private static final String ARTIFACT = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private SwaggerUi() {}

    static String folder() {
        return "/META-INF/resources/webjars/swagger-ui/" + VERSION + "/";
    }

    static ServedFile index() {
        try (InputStream in = open("/carte/gateway/docs/index.html")) {
            String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ServedFile.of("text/html;charset=utf-8",
                    html.replace("{version}", VERSION).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        Properties artifact = new Properties();
        try (InputStream in = open(ARTIFACT)) {
            artifact.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return artifact.getProperty("version");
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(SwaggerUi.class.getResourceAsStream(path),
                () -> "there is no resource " + path);
    }
}
