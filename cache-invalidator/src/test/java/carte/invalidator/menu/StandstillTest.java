package carte.invalidator.menu;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.fixture.Menus;
import carte.contracts.fixture.SettableClock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StandstillTest {

    private static final TopicPartition FIRST = new TopicPartition("menu-events", 1);
    private static final TopicPartition SECOND = new TopicPartition("menu-events", 2);

    private final SettableClock clock = new SettableClock(Menus.PUBLISHED);
    private final Standstill standstill = new Standstill(clock);

    @Test
    void tellsOfItsBeginningAndItsEndOnce(CapturedOutput output) {
        fail(FIRST);
        fail(FIRST);
        fail(SECOND);
        clock.advance(Duration.ofSeconds(90));
        standstill.succeeded(SECOND);
        assertThat(standstill.size()).isEqualTo(1);
        fail(FIRST);
        standstill.succeeded(FIRST);
        standstill.succeeded(FIRST);
        assertThat(output.getOut().lines()).satisfiesExactly(
                begin -> assertThat(begin).contains("menu-events-1", "the cache is away"),
                end -> assertThat(end).contains("applied again after PT1M30S"));
    }

    @Test
    void forgetsPartitionsThatWerePassedOn(CapturedOutput output) {
        fail(FIRST);
        standstill.passedOn(List.of(SECOND));
        assertThat(standstill.size()).isEqualTo(1);
        standstill.passedOn(List.of(FIRST, SECOND));
        assertThat(standstill.size()).isZero();
        standstill.succeeded(FIRST);
        assertThat(output.getOut().lines()).hasSize(2);
    }

    private void fail(TopicPartition partition) {
        standstill.failed(partition, new IllegalStateException("wrapped",
                new IllegalStateException("the cache is away")));
    }
}
