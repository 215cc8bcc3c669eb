package carte.gateway.site.operations;

import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.operations.Samples.Series;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricTextTest {

    @Test
    void readsNamesLabelsAndNumbers() {
        Samples samples = Exposed.of("""
                # HELP carte_outbox_depth Events that Kafka may not have yet
                # TYPE carte_outbox_depth gauge
                carte_outbox_depth{outbox="west"} 3.0
                carte_edge_menus 12
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 9.1234567E7
                """);

        assertThat(samples.values()).isEqualTo(Map.of(
                new Series("carte_outbox_depth", Map.of("outbox", "west")), 3.0,
                new Series("carte_edge_menus", Map.of()), 12.0,
                new Series("jvm_memory_used_bytes",
                        Map.of("area", "heap", "id", "Tenured Gen")),
                91_234_567.0));
    }

    @Test
    void readsValuesOfLabelsWithAnythingInThem() {
        Samples samples = Exposed.of("""
                requests{uri="/api/{id}/menu",note="a \\"b\\", \\\\ and\\nmore"} 1.0
                """);

        assertThat(samples.values().keySet()).containsExactly(new Series("requests",
                Map.of("uri", "/api/{id}/menu", "note", "a \"b\", \\ and\nmore")));
    }

    @Test
    void passesByExemplarsAndTimes() {
        Samples samples = Exposed.of("""
                times_bucket{le="0.1"} 5.0 # {trace_id="4bf92f35"} 0.07 1.7e9
                times_count 5.0 1764158400000
                """);

        assertThat(samples.total("times_bucket")).isEqualTo(5);
        assertThat(samples.total("times_count")).isEqualTo(5);
    }

    @Test
    void passesByWhatIsNoNumberOrCannotBeRead() {
        assertThat(Exposed.of("""
                silence NaN
                half{label="open 1.0
                words many
                {} 1

                """)).isEqualTo(Samples.NONE);
        assertThat(Exposed.of("most{le=\"+Inf\"} +Inf").total("most"))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void takesOnlyWhatIsWanted() {
        Samples samples = MetricText.read("""
                carte_edge_menus 12
                carte_edge_menus_more 13
                """, "carte_edge_menus"::equals);

        assertThat(samples.values()).hasSize(1);
    }
}
