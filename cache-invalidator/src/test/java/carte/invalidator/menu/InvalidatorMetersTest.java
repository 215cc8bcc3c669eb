package carte.invalidator.menu;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class InvalidatorMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InvalidatorMeters meters = new InvalidatorMeters(registry);

    @Test
    void tellsOfThePartitionsThatItHasOnly() {
        Watermark west = new Watermark("west", Instant.now());
        meters.watermark(3, west);
        meters.watermark(4, west);
        assertThat(partitions()).containsExactlyInAnyOrder("3", "4");

        meters.passedOn(List.of(new TopicPartition(MenuTopic.NAME, 3)));
        assertThat(partitions()).containsExactly("4");

        meters.watermark(3, west);
        assertThat(partitions()).containsExactlyInAnyOrder("3", "4");
    }

    private List<String> partitions() {
        return registry.find("carte.invalidator.watermark.age").meters().stream()
                .map(Meter::getId).map(id -> id.getTag("partition")).toList();
    }
}
