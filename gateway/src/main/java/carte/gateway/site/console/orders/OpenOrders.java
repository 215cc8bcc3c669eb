package carte.gateway.site.console.orders;

import carte.gateway.site.console.Tree;
import carte.kit.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The orders with which something is to be done.
 *
 * @param oldestFirst as the API has them
 * @param more whether there are older ones besides
 */
record OpenOrders(List<JsonNode> oldestFirst, boolean more) {

    /** Copies the list. */
    OpenOrders {
        oldestFirst = List.copyOf(oldestFirst);
    }

    /** Puts pages of the API's list together. */
    static OpenOrders of(List<JsonNode> pages, boolean more) {
        return new OpenOrders(pages.stream()
                .flatMap(page -> page.path("items").valueStream())
                .sorted(Comparator.comparing(each -> each.path("placedAt").asString("")))
                .toList(), more);
    }

    /** Returns a text that is another one for other orders. */
    String digest() {
        return Sha256.hex(oldestFirst.stream()
                .map(each -> Tree.id(each) + each.path("revision"))
                .collect(Collectors.joining(",")).getBytes(StandardCharsets.UTF_8), 6);
    }
}
