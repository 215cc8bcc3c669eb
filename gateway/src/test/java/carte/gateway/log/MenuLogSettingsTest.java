package carte.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

class MenuLogSettingsTest {

    private final Map<String, Object> settings = MenuLogSettings.of("kafka-1:9092,kafka-2:9092");
    private final Map<String, Object> parsed = ConsumerConfig.configDef().parse(settings);

    @Test
    void areAllKnownToKafka() {
        assertThat(ConsumerConfig.configNames()).containsAll(settings.keySet());
        assertThat(parsed).containsEntry(
                "bootstrap.servers", List.of("kafka-1:9092", "kafka-2:9092"));
    }

    @Test
    void belongToNoGroupAndRememberNothingInKafka() {
        assertThat(parsed).containsEntry("group.id", null);
        assertThat(parsed).containsEntry("enable.auto.commit", false);
    }

    @Test
    void noticeAPlaceThatIsNotThereAnyMore() {
        assertThat(parsed).containsEntry("auto.offset.reset", "none");
    }

    @Test
    void readWhatTheDatabaseHasCommittedWhateverTheRelayHas() {
        assertThat(parsed).containsEntry("isolation.level", "read_uncommitted");
    }
}
