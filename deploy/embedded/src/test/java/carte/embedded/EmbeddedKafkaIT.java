package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    private static final String JOLLOF = "Jollof rice";
    private static final String SUYA = "Suya";

    @TempDir
    Path directory;

    @Test
    void carriesTransactionsOnAdvertisedPort() throws ExecutionException, InterruptedException {
        try (EmbeddedKafka kafka = EmbeddedKafka.builder().start()) {
            KafkaTopic menus = new KafkaTopic(kafka.bootstrapServers(), "menus");
            menus.create();

            menus.add(JOLLOF);

            assertThat(menus.read("guests", 1)).containsExactly(JOLLOF);
        }
    }

    @Test
    void keepsTopicsAndClusterIdInItsDirectory() throws ExecutionException, InterruptedException {
        String clusterId;
        try (EmbeddedKafka first = overDirectory()) {
            KafkaTopic menus = new KafkaTopic(first.bootstrapServers(), "menus");
            menus.create();
            menus.add(JOLLOF);
            clusterId = menus.clusterId();
        }
        try (EmbeddedKafka second = overDirectory()) {
            KafkaTopic menus = new KafkaTopic(second.bootstrapServers(), "menus");
            menus.add(SUYA);
            assertThat(menus.clusterId()).isEqualTo(clusterId);
            assertThat(menus.read("guests", 2)).containsExactlyInAnyOrder(JOLLOF, SUYA);
        }
    }

    @Test
    void takesDirectoryOverFromOrphanedProcess() throws IOException {
        AbandonedServer orphan = AbandonedServer.over(KafkaProcess.class, directory.toString());
        assertThat(Processes.isRunning(orphan.pid())).isTrue();

        try (EmbeddedKafka kafka = overDirectory()) {
            assertThat(Processes.isRunning(orphan.pid())).isFalse();
            assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void refusesPortThatIsTaken() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = stranger.getLocalPort();

            assertThatThrownBy(() -> EmbeddedKafka.builder().port(taken).start())
                    .isInstanceOf(PortInUse.class)
                    .hasMessage("port " + taken + ", which Kafka needs, is in use");
        }
    }

    @Test
    void givesItsPortAndDirectoryBack() {
        EmbeddedKafka first = overDirectory();
        int port = portOf(first.bootstrapServers());

        first.close();
        first.close();

        EmbeddedKafka.builder().port(port).dataDirectory(directory).start().close();
    }

    private EmbeddedKafka overDirectory() {
        return EmbeddedKafka.builder().dataDirectory(directory).start();
    }

    private static int portOf(String bootstrapServers) {
        return Integer.parseInt(bootstrapServers.substring(bootstrapServers.indexOf(':') + 1));
    }
}
