package carte.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KafkaPortsTest {

    private static final KafkaPorts PLAIN = new KafkaPorts(19_092, 19_093, null);
    private static final KafkaPorts AROUND = new KafkaPorts(19_092, 19_093,
            new KafkaDetour(20_000, 19_094));

    @Test
    void passTheCommandLine() {
        assertThat(KafkaPorts.parse(PLAIN.arguments())).isEqualTo(PLAIN);
        assertThat(KafkaPorts.parse(AROUND.arguments())).isEqualTo(AROUND);
    }

    @Test
    void listenAtTheExitAndAdvertiseTheEntrance() {
        assertThat(AROUND.settings())
                .contains("\nadvertised.listeners="
                        + "BROKER://127.0.0.1:19092,DETOUR://127.0.0.1:20000\n")
                .startsWith("listeners=BROKER://127.0.0.1:19092,"
                        + "CONTROLLER://127.0.0.1:19093,DETOUR://127.0.0.1:19094\n");
        assertThat(PLAIN.settings()).doesNotContain("DETOUR");
    }

    @Test
    void refuseHalfADetour() {
        assertThatThrownBy(() -> KafkaPorts.parse(List.of("19092", "19093", "20000")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KafkaDetour(0, 19_094))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
