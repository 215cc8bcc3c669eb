package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenServersTest {

    @Test
    void closesLastOpenedFirstAfterWhatOwnersDoBefore() {
        List<String> order = new ArrayList<>();
        Runnable kafka = () -> order.add("kafka");
        Runnable redis = () -> order.add("redis");
        OpenServers.opened(redis);
        OpenServers.opened(kafka);
        EmbeddedServers.beforeClosing(() -> order.add("services"));
        try {
            OpenServers.closeAll();
            assertThat(order).containsExactly("services", "kafka", "redis");
        } finally {
            OpenServers.closed(kafka);
            OpenServers.closed(redis);
        }
    }
}
