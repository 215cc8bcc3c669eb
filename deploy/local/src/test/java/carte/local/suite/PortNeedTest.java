package carte.local.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.embedded.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortNeedTest {

    @Test
    void namesPortNeedAndOptionWhenTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var need = new PortNeed(taken.getLocalPort(), "gateway", "--port");
            assertThatThrownBy(() -> PortNeed.requireFree(List.of(need)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("Port " + taken.getLocalPort() + " is in use, and the gateway"
                            + " needs it. Choose another with --port.");
        }
    }

    @Test
    void seesPortsTakenOnAllAddresses() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var need = new PortNeed(taken.getLocalPort(), "gateway", "--port");
            assertThatThrownBy(() -> PortNeed.requireFree(List.of(need)))
                    .isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void acceptsFreePortsAndAnyPort() {
        var free = new PortNeed(FreePorts.any(), "gateway", "--port");
        var any = new PortNeed(0, "trace viewer", "--trace-port");
        assertThatCode(() -> PortNeed.requireFree(List.of(free, any))).doesNotThrowAnyException();
    }
}
