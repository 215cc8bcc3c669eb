package carte.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WireTest {

    private static final int SILENCE_MILLIS = 200;

    private final ServerSocket echo = onLoopback();
    private final Wire wire = Wire.open();
    private final int port = wire.leadTo(echo.getLocalPort());

    @BeforeEach
    void startEcho() {
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket client = echo.accept();
                    Thread.ofVirtual().start(() -> answer(client));
                } catch (IOException _) {
                    // The test is over.
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        echo.close();
    }

    @Test
    void passesBytesBothWaysAndTheirEnd() throws Exception {
        byte[] sent = new byte[3_000_000];
        new SplittableRandom(1).nextBytes(sent);
        try (Socket client = connect()) {
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    client.getOutputStream().write(sent);
                    client.shutdownOutput();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });

            byte[] received = client.getInputStream().readAllBytes();

            sender.join();
            assertThat(Arrays.equals(received, sent)).isTrue();
        }
        await().until(() -> !wire.isUsed());
    }

    @Test
    void resetsConnectionsWhenItIsCut() throws IOException {
        try (Socket client = connect()) {
            assertThat(says(client, "jollof")).isEqualTo("jollof");

            wire.cut();

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class).hasMessageContaining("reset");
            assertThatThrownBy(() -> {
                try (Socket next = connect()) {
                    says(next, "suya");
                }
            }).isInstanceOf(SocketException.class);
        }
        await().until(() -> !wire.isUsed());
    }

    @Test
    void takesConnectionsAfterItWasMended() throws IOException {
        wire.cut();
        wire.mend();

        try (Socket client = connect()) {
            assertThat(says(client, "jollof")).isEqualTo("jollof");
        }
    }

    @Test
    void letsNothingThroughWhileItIsSilent() throws IOException {
        try (Socket before = connect()) {
            assertThat(says(before, "jollof")).isEqualTo("jollof");

            wire.silence();

            assertHearsNothing(before, "suya");
            try (Socket next = connect()) {
                assertHearsNothing(next, "fufu");
                wire.mend();
                assertThat(hears(before, 4)).isEqualTo("suya");
                assertThat(hears(next, 4)).isEqualTo("fufu");
            }
        }
    }

    @Test
    void canBeCutWhileItIsSilent() throws IOException {
        wire.silence();
        try (Socket client = connect()) {
            assertHearsNothing(client, "jollof");

            wire.cut();

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void bringsLaterWhatComesOverANarrowLine() throws IOException {
        wire.narrow(1, 20);
        wire.slow(Duration.ofMillis(300));
        try (Socket client = connect()) {
            long begunAt = System.nanoTime();
            assertThat(says(client, "jollof")).isEqualTo("jollof");
            // Six bytes at twenty a second, and as much again: neither alone is late enough.
            assertThat(Duration.ofNanos(System.nanoTime() - begunAt))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(600));
        }
    }

    @Test
    void doesNotWaitForWhatIsOnItsWayWhenItIsCut() throws IOException {
        wire.slow(Duration.ofSeconds(30));
        try (Socket client = connect()) {
            client.getOutputStream().write("jollof".getBytes(UTF_8));
            assertHearsNothing(client, "");

            wire.cut();

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class);
        }
        await().until(() -> !wire.isUsed());
    }

    @Test
    void endsWithTheServerItLeadsTo() throws IOException {
        echo.close();
        // Its thread, in accept, may take one more connection.
        await().until(this::isServerGone);

        try (Socket client = connect()) {
            assertThatThrownBy(() -> says(client, "jollof")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void leavesNothingBehind() throws IOException {
        try (Socket client = connect()) {
            assertThat(says(client, "jollof")).isEqualTo("jollof");

            wire.close();

            assertThat(wire.isUsed()).isFalse();
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
    }

    private boolean isServerGone() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), echo.getLocalPort())) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static String says(Socket client, String words) throws IOException {
        client.getOutputStream().write(words.getBytes(UTF_8));
        return hears(client, words.length());
    }

    private static String hears(Socket client, int length) throws IOException {
        client.setSoTimeout(0);
        byte[] heard = client.getInputStream().readNBytes(length);
        return new String(heard, UTF_8);
    }

    private static void assertHearsNothing(Socket client, String words) throws IOException {
        client.setSoTimeout(SILENCE_MILLIS);
        client.getOutputStream().write(words.getBytes(UTF_8));
        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(0);
    }

    private static void answer(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException _) {
            // The wire was cut.
        }
    }

    private static ServerSocket onLoopback() {
        try {
            return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
