package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import carte.local.suite.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A suite that runs already, in containers, and is named by system properties.
 *
 * @param gateways the addresses of the public door, {@code carte.suite.gateways}
 * @param tokens of its issuer, {@code carte.suite.issuer}; the secret is in the environment
 * @param compose the command that controls its containers, {@code carte.suite.compose}
 */
record GivenSuite(List<URI> gateways, Tokens tokens, List<String> compose) {

    static final String GATEWAYS = "carte.suite.gateways";

    private static final long MINUTES = 3;

    /** Returns null where none is named. */
    static @Nullable GivenSuite named() {
        String gateways = System.getProperty(GATEWAYS);
        return gateways == null
                ? null
                : new GivenSuite(
                        Stream.of(gateways.split(",")).map(URI::create).toList(),
                        new Tokens(URI.create(property("issuer")), Objects.requireNonNull(
                                System.getenv("CARTE_ISSUER_SECRET"), "CARTE_ISSUER_SECRET")),
                        List.of(property("compose").split(" ")));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty("carte.suite." + name), name);
    }

    /** Has Compose do something, waits for the end and returns what it printed. */
    String compose(String... arguments) {
        return run(Stream.concat(compose.stream(), Stream.of(arguments)).toList());
    }

    /** Returns a part of what Docker knows of a service's container. */
    String inspect(String service, String format) {
        return run(List.of("docker", "inspect", "--format", format, container(service)));
    }

    /** Stopped ones too. */
    private String container(String service) {
        return run(List.of("docker", "ps", "--all", "--quiet", "--no-trunc",
                "--filter", "label=com.docker.compose.project=" + project(),
                "--filter", "label=com.docker.compose.service=" + service));
    }

    private String project() {
        return compose.get(compose.indexOf("-p") + 1);
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
            return output;
        } catch (IOException e) {
            throw new AssertionError(command + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
