package carte.gateway.page;

import carte.contracts.json.ContractJson;
import carte.gateway.edge.MenuPart;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts of pages, and how pages of them look. */
final class PagesUnderTest {

    static final Popularity LIKED = new Popularity("NG-mama-put-ikeja", 812, 4.7, 640, 25);

    private PagesUnderTest() {}

    static ObjectNode restaurant(String id) {
        return (ObjectNode) ContractJson.mapper().readTree("""
                {"id": "%s", "name": "Mama Put", "pausedUntil": null, "open": true,
                 "rating": null, "ratingCount": null, "menuVersion": 7}""".formatted(id));
    }

    static ObjectNode mamaPut() {
        return restaurant("NG-mama-put-ikeja");
    }

    static <T> Part<T> found(T value) {
        return new Part.Found<>(value);
    }

    static <T> Part<T> unknown() {
        return new Part.Unknown<>();
    }

    static <T> Part<T> failed() {
        return new Part.Failed<>(new IllegalStateException("by the test"));
    }

    static Part<MenuPart.Document> menu() {
        return found(MenuByHand.SEVEN);
    }

    static JsonNode json(Content content) {
        return ContractJson.mapper().readTree(content.utf8());
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
