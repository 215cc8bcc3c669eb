package carte.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.json.ContractJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ApiMergeTest {

    private static final ObjectNode MENUS = document("/api/v1/restaurants", "get", "list",
            "string");
    private static final ObjectNode ORDERS = document("/api/v1/orders", "post", "place", "string");

    @Test
    void holdsThePathsAndComponentsOfAll() {
        ObjectNode merged = ApiMerge.of(List.of(MENUS, ORDERS));

        assertThat(merged.path("paths").propertyNames())
                .containsExactly("/api/v1/orders", "/api/v1/restaurants");
        assertThat(merged.at("/components/schemas/Money/type").asString()).isEqualTo("string");
        assertThat(merged.path("openapi").asString()).isEqualTo("3.1.0");
    }

    @Test
    void leavesOutWhatIsNotRouted() {
        ObjectNode merged = ApiMerge.of(List.of(ORDERS,
                document("/internal/menus", "get", "internal", "string"),
                document("/api/v1/restaurants", "delete", "deleteAll", "string")));

        assertThat(merged.path("paths").propertyNames()).containsExactly("/api/v1/orders");
    }

    @Test
    void refusesComponentsThatDiffer() {
        assertThatThrownBy(() -> ApiMerge.of(List.of(MENUS,
                document("/api/v1/orders", "post", "place", "integer"))))
                .hasMessage("two services describe schemas/Money differently");
    }

    @Test
    void refusesAnOperationThatIsDescribedTwice() {
        assertThatThrownBy(() -> ApiMerge.of(List.of(MENUS, MENUS)))
                .hasMessage("get /api/v1/restaurants is described twice");
    }

    @Test
    void refusesOneIdForTwoOperations() {
        assertThatThrownBy(() -> ApiMerge.of(List.of(MENUS,
                document("/api/v1/orders", "post", "list", "string"))))
                .hasMessageStartingWith("two operations have the id");
    }

    private static ObjectNode document(String path, String method, String id, String money) {
        return (ObjectNode) ContractJson.mapper().readTree("""
                {"openapi": "3.1.0", "paths": {"%s": {"%s": {"operationId": "%s"}}},
                 "components": {"schemas": {"Money": {"type": "%s"}}}}"""
                .formatted(path, method, id, money));
    }
}
