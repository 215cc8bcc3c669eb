package carte.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import carte.local.process.ProcessLedger.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLedgerTest {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final List<Process> started = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("processes");
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void stopsWhatAKilledRunLeft() throws IOException {
        var ledger = new ProcessLedger(file);
        Process kafka = sleeper();
        Process menuService = sleeper();
        ledger.add(Role.SERVER, "Kafka", kafka.toHandle());
        ledger.add(Role.CLIENT, "menu-service", menuService.toHandle());

        assertThat(new ProcessLedger(file).stopSurvivors(GRACE))
                .containsExactly("Kafka", "menu-service");
        assertThat(kafka.isAlive()).isFalse();
        assertThat(menuService.isAlive()).isFalse();
        assertThat(new ProcessLedger(file).stopSurvivors(GRACE)).isEmpty();
    }

    @Test
    void endsClientsBeforeServers() throws IOException {
        var ledger = new ProcessLedger(file);
        Path order = directory.resolve("order");
        ledger.add(Role.SERVER, "Kafka", tellingItsEnd("server", order).toHandle());
        ledger.add(Role.CLIENT, "menu-service", tellingItsEnd("client", order).toHandle());
        new ProcessLedger(file).stopSurvivors(GRACE);
        assertThat(order).hasContent("client\nserver\n");
    }

    @Test
    void killsWhatDoesNotHeed() throws IOException {
        Process frozen = sleeper();
        assertThat(signal("STOP", frozen)).isZero();
        new ProcessLedger(file).add(Role.CLIENT, "menu-service", frozen.toHandle());
        new ProcessLedger(file).stopSurvivors(Duration.ofMillis(200));
        assertThat(frozen.isAlive()).isFalse();
    }

    @Test
    void sparesAStrangerThatGotTheNumber() throws IOException {
        Process stranger = sleeper();
        Files.writeString(file, stranger.pid() + " 1234567890123 CLIENT menu-service\n");
        assertThat(new ProcessLedger(file).stopSurvivors(GRACE)).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void ignoresLinesThatAreNoneOfIts() throws IOException {
        Files.writeString(file, "\nnonsense\n1 2\n99999999999999999999 1 CLIENT x\n");
        assertThat(new ProcessLedger(file).stopSurvivors(GRACE)).isEmpty();
    }

    @Test
    void forgetsAllAfterAnOrderlyEnd() throws IOException {
        var ledger = new ProcessLedger(file);
        Process process = sleeper();
        ledger.add(Role.CLIENT, "menu-service", process.toHandle());
        ledger.clear();
        assertThat(new ProcessLedger(file).stopSurvivors(GRACE)).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    private Process sleeper() throws IOException {
        Process process = new ProcessBuilder("sleep", "600").start();
        started.add(process);
        return process;
    }

    /** A process that writes its name when it is asked to end. */
    private Process tellingItsEnd(String name, Path order) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", "trap 'echo " + name + " >> \""
                + order + "\"; exit' TERM; echo ready; while :; do sleep 0.05; done").start();
        started.add(process);
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        return process;
    }

    private static int signal(String signal, Process process) throws IOException {
        return new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start()
                .onExit().join().exitValue();
    }
}
