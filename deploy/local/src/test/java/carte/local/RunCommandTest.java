package carte.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RunCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command = RunCommand.line()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));

    /** The script prints the file, so that help needs no build. */
    @Test
    void helpIsWhatTheScriptPrints() throws IOException {
        assertThat(command.execute("--help")).isZero();
        try (InputStream file = getClass().getResourceAsStream("usage.txt")) {
            String usage = new String(
                    Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(out.toString()).isEqualTo(usage);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "--port=70000, '--port must be between 0 and 65535, not 70000'",
            "--trace-port=-1, '--trace-port must be between 0 and 65535, not -1'",
            "--issuer-port=65536, '--issuer-port must be between 0 and 65535, not 65536'",
            "--restaurants=-5, '--restaurants must be between 0 and 1000000, not -5'",
            "--port=soon, 'Invalid value for option ''--port'''",
            "--prot=80, Unknown option: '--prot=80'"})
    void refusesWrongOptions(String option, String complaint) {
        assertThat(command.execute(option)).isEqualTo(2);
        assertThat(err.toString()).startsWith(complaint)
                .endsWith("All options: deploy/local/run --help" + System.lineSeparator());
    }

    @Test
    void refusesTheSamePortTwice() {
        assertThat(command.execute("--port=9411")).isEqualTo(2);
        assertThat(err.toString()).contains("--port and --trace-port must not be the same");
        assertThat(command.execute("--trace-port=9000")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--trace-port and --issuer-port must not be the same");
    }

    @Test
    void saysWhichPortIsTakenBeforeAnythingStarts(@TempDir Path data) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(command.execute("--port=" + port, "--trace-port=0",
                    "--issuer-port=0", "--data=" + data))
                    .isEqualTo(1);
            assertThat(err.toString()).isEqualToIgnoringNewLines("\nPort " + port
                    + " is in use, and the gateway needs it. Choose another with --port.\n");
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }
}
