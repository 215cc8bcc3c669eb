package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.gateway.route.Service;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ServiceSettingsTest {

    @Test
    void workWithoutAnySetting() {
        assertThat(bind(Map.of()).instances(Service.MENU))
                .containsExactly(URI.create("http://localhost:8081"));
        assertThat(bind(Map.of()).instances(Service.ORDER))
                .containsExactly(URI.create("http://localhost:8082"));
    }

    @Test
    void takeSeveralInstances() {
        Map<String, String> several = Map.of(
                "carte.services.menu", "http://menu-1:8081, http://menu-2:8081/");
        assertThat(bind(several).instances(Service.MENU)).containsExactly(
                URI.create("http://menu-1:8081"), URI.create("http://menu-2:8081"));
    }

    @ParameterizedTest
    @CsvSource({
            "menu, ''", "menu, localhost:8081", "order, https://orders", "order, http://orders/api",
            "menu, http://user@menu", "menu, http://menu?x=1", "menu, http:///menu",
            "read-timeout, 0s", "write-timeout, -1s", "connect-timeout, 0", "idle-timeout, 0",
            "answer-timeout, 5s", "connections, 0", "streams, 0",
            "waiting, -1"})
    void nameTheSettingThatIsWrong(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("carte.services." + name, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carte.services." + name)
                .hasMessageContaining("must");
    }

    private static ServiceSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("carte.services", ServiceSettings.class);
    }
}
