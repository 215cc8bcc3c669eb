package carte.gateway.edge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class EdgeHeapTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void menusMayTakeTwoThirdsOfTheHeap() {
        assertThatCode(() -> keeping(190, 10).requireFitsInto(megabytes(300)))
                .doesNotThrowAnyException();
    }

    @Test
    void menusThatLeaveTooLittleStopTheStartWithTheReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keeping(191, 10).requireFitsInto(megabytes(300)))
                .withMessageContaining("carte.edge.cache-bytes, 191MB")
                .withMessageContaining("carte.edge.translated-bytes, 10MB")
                .withMessageContaining("300MB");
    }

    private static EdgeSettings keeping(long own, long translated) {
        return new EdgeSettings(DataSize.ofMegabytes(own), DataSize.ofMegabytes(translated), SECOND,
                SECOND, SECOND, SECOND);
    }

    private static long megabytes(long count) {
        return DataSize.ofMegabytes(count).toBytes();
    }
}
