package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessIT {

    private static final String JOLLOF = "Jollof rice";
    private static final String SUYA = "Suya";

    @TempDir
    Path directory;

    @Test
    void recoversOnSamePortAfterItWasKilled() throws ExecutionException, InterruptedException {
        try (KafkaProcess kafka = broker().start()) {
            KafkaTopic menus = new KafkaTopic(kafka.bootstrapServers(), "menus");
            menus.create();
            menus.add(JOLLOF);
            long killed = kafka.pid();
            Processes.kill(killed);

            kafka.start();

            assertThat(kafka.pid()).isNotEqualTo(killed);
            menus.add(SUYA);
            assertThat(menus.read("guests", 2)).containsExactlyInAnyOrder(JOLLOF, SUYA);
        }
    }

    @Test
    void takesDirectoryOverFromOrphan()
            throws IOException, ExecutionException, InterruptedException {
        String clusterId;
        try (KafkaProcess first = overDirectory()) {
            KafkaTopic menus = new KafkaTopic(first.bootstrapServers(), "menus");
            menus.create();
            menus.add(JOLLOF);
            clusterId = menus.clusterId();
        }
        AbandonedServer orphan = AbandonedServer.over(KafkaProcess.class, directory.toString());
        assertThat(Processes.isRunning(orphan.pid())).isTrue();

        try (KafkaProcess kafka = overDirectory()) {
            KafkaTopic menus = new KafkaTopic(kafka.bootstrapServers(), "menus");
            assertThat(Processes.isRunning(orphan.pid())).isFalse();
            assertThat(menus.clusterId()).isEqualTo(clusterId);
            assertThat(menus.read("guests", 1)).containsExactly(JOLLOF);
        }
    }

    @Test
    void refusesPortThatIsTaken() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = stranger.getLocalPort();

            assertThatThrownBy(() -> broker().port(taken).start())
                    .isInstanceOf(PortInUse.class)
                    .hasMessage("port " + taken + ", which Kafka needs, is in use");
        }
    }

    @Test
    void sendsClientsThatComeByTheDetourToItsEntrance() throws IOException {
        try (ServerSocket entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            KafkaDetour detour = new KafkaDetour(entrance.getLocalPort(), Ports.choose(0, "Kafka"));
            try (KafkaProcess kafka = broker().detour(detour).start();
                    Admin client = Admin.create(
                            Map.of("bootstrap.servers", "127.0.0.1:" + detour.exit()))) {
                var _ = client.describeCluster();

                entrance.setSoTimeout(30_000);
                entrance.accept().close();

                client.close(Duration.ZERO);
                assertThat(kafka.bootstrapServers()).doesNotEndWith(":" + detour.exit());
            }
        }
    }

    @Test
    void tellsWhyItDidNotStart() throws IOException {
        Path log = directory.resolve("kafka.log");
        Files.createDirectories(directory.resolve("data"));

        assertThatThrownBy(
                () -> broker().dataDirectory(directory).logFile(log).start())
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("Kafka stopped while starting")
                .hasMessageContaining(log.getFileName().toString())
                .hasMessageContaining("meta.properties");
    }

    @Test
    void leavesNothingBehind() {
        KafkaProcess kafka = overDirectory();
        long pid = kafka.pid();

        kafka.close();
        kafka.close();

        assertThat(Processes.isRunning(pid)).isFalse();
        assertThat(directory.resolve("kafka.pid")).doesNotExist();
    }

    /** It need not be fast, but soon up. */
    private static KafkaProcess.Builder broker() {
        return KafkaProcess.builder().jvmOptions(List.of("-XX:TieredStopAtLevel=1"));
    }

    private KafkaProcess overDirectory() {
        return broker().dataDirectory(directory).heap("200m").start();
    }
}
