package carte.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Grafana finds in the dashboards what they need. */
class DashboardsTest {

    private static final JsonNode SOURCES = Observability.yaml(Observability.FOLDER
            .resolve("grafana/provisioning/datasources/datasources.yml")).path("datasources");

    @Test
    void areFourOfDifferentNames() {
        assertThat(Observability.dashboards()).hasSize(4)
                .extracting(dashboard -> dashboard.path("uid").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void nameOnlySourcesThatAreProvisioned() {
        List<String> provided = SOURCES.valueStream()
                .map(source -> source.path("uid").asString()).toList();

        assertThat(Observability.dashboards()).allSatisfy(dashboard -> assertThat(
                dashboard.findValues("datasource")).isNotEmpty().allSatisfy(
                        source -> assertThat(
                                provided).contains(source.path("uid").asString())));
        assertThat(SOURCES.findValues("datasourceUid"))
                .extracting(JsonNode::asString).containsExactly("jaeger")
                .isSubsetOf(provided);
    }

    @Test
    void havePanelsThatStandBesideEachOther() {
        for (JsonNode dashboard : Observability.dashboards()) {
            Set<List<Integer>> taken = new HashSet<>();
            dashboard.path("panels").forEach(panel -> cells(panel.path("gridPos")).forEach(
                    cell -> assertThat(taken.add(cell))
                            .as("%s: %s", dashboard.path("title"), panel.path("title")).isTrue()));
            assertThat(
                    dashboard.path("panels").valueStream().map(panel -> panel.path("id").asInt()))
                    .doesNotHaveDuplicates();
        }
    }

    private static Set<List<Integer>> cells(JsonNode place) {
        Set<List<Integer>> cells = new HashSet<>();
        for (int x = 0; x < place.path("w").asInt(); x++) {
            for (int y = 0; y < place.path("h").asInt(); y++) {
                cells.add(List.of(place.path("x").asInt() + x, place.path("y").asInt() + y));
            }
        }
        return cells;
    }
}
