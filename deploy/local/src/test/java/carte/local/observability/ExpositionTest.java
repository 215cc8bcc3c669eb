package carte.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpositionTest {

    private static final Exposition SHOWN = new Exposition(Map.of(
            "gateway", """
                    # HELP answers Menus given to readers
                    answers_total{tier="edge",path="/{id}/menu"} 12.0
                    menus 3.0
                    """,
            "menu-service", "answers_total{tier=\"redis\",path=\"/\"} 1.0"));

    @Test
    void showsMetricsByNameAndLabels() {
        assertThat(asked("menus")).isTrue();
        assertThat(asked("answers_total{tier=\"edge\", job=\"gateway\", instance=\"a\"}")).isTrue();
        assertThat(asked("answers_total{path=\"/{id}/menu\"}")).isTrue();
    }

    @Test
    void doesNotShowWhatWasMadeUp() {
        assertThat(asked("menu")).isFalse();
        assertThat(asked("answers_total{tier=\"cellar\"}")).isFalse();
        assertThat(asked("answers_total{tier=\"edge\", job=\"menu-service\"}")).isFalse();
        assertThat(asked("answers_total{shard=\"west\"}")).isFalse();
    }

    private static boolean asked(String expression) {
        return SHOWN.shows(Selector.of(expression).getFirst());
    }
}
