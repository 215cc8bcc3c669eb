package carte.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void writesToItsLogAndTellsItsEnd() {
        ChildProcess process = shell("echo one; echo two >&2; exit 3");
        assertThat(process.onExit().join()).isEqualTo(3);
        assertThat(process.lines()).containsExactly("one", "two");
    }

    @Test
    void tellsItsOwnLinesFromThoseOfEarlierProcesses() {
        ChildProcess first = shell("echo first");
        first.onExit().join();
        ChildProcess second = shell("echo second");
        second.onExit().join();
        assertThat(second.lines()).containsExactly("second");
        assertThat(second.log()).hasContent("first\nsecond\n");
    }

    @Test
    void endsWhenAsked() {
        ChildProcess process = shell("exec sleep 600");
        process.stop(Duration.ofSeconds(5));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void isKilledWhenItDoesNotHeed() {
        ChildProcess process = shell("trap '' TERM; echo ready; while :; do sleep 1; done");
        await().until(() -> process.lines().contains("ready"));
        process.stop(Duration.ofMillis(100));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void doesNothingWhileFrozen() throws IOException {
        Path ticks = directory.resolve("ticks");
        ChildProcess process = shell("while :; do echo x >> '" + ticks + "'; sleep 0.02; done");
        try {
            await().until(() -> Files.exists(ticks));
            process.freeze();
            await().until(() -> state(process).equals("T"));
            assertThat(process.isAlive()).isTrue();
            process.resume();
            long before = Files.size(ticks);
            await().until(() -> Files.size(ticks) > before);
        } finally {
            process.kill();
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void yieldsTogetherWithItsSessionAndOursDoesNot() throws IOException {
        Path ours = Path.of("/proc/self/autogroup");
        assumeThat(ours).as("sessions share the processors").exists();
        String before = Files.readString(ours);
        ChildProcess process = shell("exec sleep 600");
        try {
            process.lowerShare();
            assertThat(Path.of("/proc/" + process.handle().pid() + "/autogroup"))
                    .content().endsWith("nice 10\n");
            assertThat(ours).hasContent(before);
        } finally {
            process.kill();
        }
    }

    @Test
    void runsInASessionOfItsOwnWhereCtrlCDoesNotReachIt() throws IOException {
        ChildProcess process = shell("exec sleep 600");
        try {
            await().until(() -> session(process).equals(Long.toString(process.handle().pid())));
        } finally {
            process.kill();
        }
    }

    @Test
    void saysWhatCannotBeRun() {
        Path log = directory.resolve("missing").resolve("x.log");
        assertThatThrownBy(() -> ChildProcess.start("menu-service", List.of("true"), log))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("menu-service cannot be run");
    }

    private ChildProcess shell(String script) {
        return ChildProcess.start("shell", List.of("/bin/sh", "-c", script),
                directory.resolve("shell.log"));
    }

    private static String state(ChildProcess process) throws IOException {
        return ps("state", process).substring(0, 1);
    }

    private static String session(ChildProcess process) throws IOException {
        return ps("sess", process);
    }

    private static String ps(String column, ChildProcess process) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", column + "=", "-p",
                Long.toString(process.handle().pid())).start();
        return new String(ps.getInputStream().readAllBytes(),
                StandardCharsets.UTF_8).strip();
    }
}
