package carte.gateway.site.customer;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Mama Put's page as the API's own example has it, to be changed at will. */
final class PagesByHand {

    static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

    /** A Friday in Lagos, at noon. */
    static final Instant FRIDAY_NOON = Instant.parse("2026-11-27T11:00:00Z");

    private PagesByHand() {}

    static ObjectNode mamaPut() {
        try (InputStream in = Objects.requireNonNull(PagesByHand.class.getResourceAsStream(
                "/carte/gateway/openapi/page.json"))) {
            return (ObjectNode) ContractJson.mapper().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MenuDocument menu(JsonNode page) {
        return ContractJson.mapper().treeToValue(page.path("menu"), MenuDocument.class);
    }

    /** Returns the page's jollof. */
    static ObjectNode jollof(ObjectNode page) {
        return (ObjectNode) page.at("/menu/sections/0/items/0");
    }

    static JsonNode json(String text) {
        return ContractJson.mapper().readTree(text.replace('\'', '"'));
    }
}
