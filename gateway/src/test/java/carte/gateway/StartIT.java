package carte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StartIT {

    @Test
    void saysWhereCarteIsServed(CapturedOutput output) {
        try (ConfigurableApplicationContext gateway = start("--server.port=0")) {
            String port = gateway.getEnvironment().getProperty("local.server.port");
            assertThat(output).contains("Carte is served at http://localhost:" + port);
        }
    }

    @Test
    void saysWhichPortIsInUseAndHowToChooseAnother(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> start("--server.port=" + taken.getLocalPort()))
                    .isInstanceOf(RuntimeException.class);
            assertThat(output)
                    .contains("Port " + taken.getLocalPort() + " is in use by another process")
                    .contains("server.port");
        }
    }

    @Test
    void saysWhichSettingIsWrong(CapturedOutput output) {
        assertThatThrownBy(() -> start("--server.port=0", "--carte.services.menu=localhost:8081"))
                .isInstanceOf(RuntimeException.class);
        assertThat(output).contains(
                "carte.services.menu must be an address such as http://localhost:8081");
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return SpringApplication.run(Gateway.class, Stream.concat(
                Stream.of("--management.server.port=0"), Stream.of(settings))
                .toArray(String[]::new));
    }
}
