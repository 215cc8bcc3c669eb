package carte.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process: what it prints, leaves behind and recovers from. */
@Order(1)
class LauncherIT {

    private static final Pattern GATEWAY = Pattern.compile("gateway +(http://localhost:\\d+)\\s");
    private static final Pattern TOKEN = Pattern.compile("token=\\$\\((.+)\\)");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String JOLLOF = "/api/v1/restaurants/NG-mama-put-ikeja/menu";

    @TempDir
    private Path folder;

    private final List<Process> launchers = new ArrayList<>();
    private Path output;

    @BeforeEach
    void chooseOutput() {
        output = folder.resolve("output.txt");
    }

    @AfterEach
    void stopLaunchers() {
        for (Process launcher : launchers) {
            launcher.destroy();
            await().atMost(PATIENCE).until(() -> !launcher.isAlive());
        }
    }

    @Test
    void killedAndStartedAgainItKeepsTheDataAndLeavesNoProcessBehind() throws Exception {
        Process killed = launch("--port", "0", "--trace-port", "0",
                "--issuer-port", "0", "--data", "data");
        PublicApi api = awaitRunning(killed);
        assertThat(api.changePrice("NG-mama-put-ikeja", "jollof", 123_400).status()).isEqualTo(200);
        List<ProcessHandle> orphans = killed.descendants().toList();
        killed.destroyForcibly().waitFor();

        Process again = launch("--port", "0", "--trace-port", "0",
                "--issuer-port", "0", "--data", "data");
        api = awaitRunning(again);

        assertThat(orphans).hasSizeGreaterThanOrEqualTo(9).noneMatch(ProcessHandle::isAlive);
        assertThat(served(api).json().at("/sections/0/items/0/price/amount").longValue())
                .isEqualTo(123_400);
        assertThat(said()).contains("curl").doesNotContain("loaded     10 of");
        String[] tokenCommand = tokenCommand();

        assertThat(refusal("--port", "0", "--trace-port", "0",
                "--issuer-port", "0", "--data", "data"))
                .contains("data");

        List<ProcessHandle> parts = again.descendants().toList();
        again.destroy();
        assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(parts).hasSizeGreaterThanOrEqualTo(9);
        await().untilAsserted(() -> assertThat(parts).noneMatch(ProcessHandle::isAlive));
        assertThat(printed(tokenCommand)).startsWith("No Carte runs on ")
                .contains("deploy/local/run");
    }

    @Test
    void aPortThatIsTakenIsNamedWithTheOptionBeforeAnythingStarts() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            String message = refusal("--port", port, "--trace-port", "0",
                    "--issuer-port", "0", "--data", "data");

            assertThat(message).contains(port).contains("gateway").contains("--port");
            assertThat(message).doesNotContain("starting").doesNotContain("Exception");
        }
    }

    /** Asks again, as {@code Retry-After} says, while a database that has just started is slow. */
    private static PublicApi.Answer served(PublicApi api) {
        return await().atMost(PATIENCE).until(() -> api.get(JOLLOF),
                answer -> answer.status() == 200);
    }

    private Process launch(String... arguments) throws IOException {
        Path module = Path.of("").toAbsolutePath();
        Path jar;
        try (var jars = Files.newDirectoryStream(
                module.resolve("target"), "carte-local-*SNAPSHOT.jar")) {
            jar = jars.iterator().next();
        }
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcarte.home=" + module.resolve("../..").normalize(),
                "-cp", jar + ":" + module.resolve("target/lib") + "/*",
                "carte.local.Main"));
        command.addAll(Arrays.asList(arguments));
        Process launcher = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        launchers.add(launcher);
        return launcher;
    }

    /** Starts a launcher that is expected to refuse, and returns what it says. */
    private String refusal(String... arguments) throws Exception {
        output = folder.resolve("refusal.txt");
        Process refused = launch(arguments);
        assertThat(refused.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(1);
        return said();
    }

    private PublicApi awaitRunning(Process launcher) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(launcher.isAlive()).as(this::said).isTrue();
            assertThat(said()).contains("Carte runs").containsPattern(TOKEN);
        });
        Matcher address = GATEWAY.matcher(said());
        assertThat(address.find()).as(said()).isTrue();
        String token = printed(tokenCommand());
        return new PublicApi(address.group(1), () -> token);
    }

    /** Returns the command for a token, as the launcher says it. */
    private String[] tokenCommand() {
        Matcher command = TOKEN.matcher(said());
        assertThat(command.find()).isTrue();
        return command.group(1).split(" ");
    }

    private static String printed(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
