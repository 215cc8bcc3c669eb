package carte.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import carte.contracts.json.ContractJson;
import carte.gateway.edge.MenuPart;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Puts a page together; the menu goes into it as the bytes that it is. */
final class PageBody {

    private static final byte[] NULL = "null".getBytes(UTF_8);

    private PageBody() {}

    /** How much is ordered, as the page shows it. */
    record Orders(long orderCount, @Nullable Double rating, long ratingCount) {}

    /** How long an order of now will take; null while there is no telling. */
    record WaitingTime(@Nullable Integer minutes) {}

    static Content of(PageParts parts) {
        ObjectNode restaurant = parts.restaurant().orNull();
        MenuPart.Document menu = parts.menu().orNull();
        Popularity popularity = parts.popularity().orNull();
        byte[] before = ("{\"restaurant\":" + text(restaurant == null
                ? null
                : Ratings.rated(restaurant, popularity)) + ",\"menu\":").getBytes(UTF_8);
        byte[] after = (",\"popularity\":" + text(popularity == null ? null : orders(popularity))
                + ",\"waitingTime\":" + text(popularity == null ? null : waiting(popularity))
                + ",\"unavailable\":" + text(parts.unavailable()) + "}").getBytes(UTF_8);
        // A menu may be large; its tag says as much as its bytes.
        byte[] tag = menu == null ? NULL : menu.entityTag().getBytes(UTF_8);
        return Content.of(List.of(before, menu == null ? NULL : menu.utf8(), after),
                List.of(before, tag, after));
    }

    private static Orders orders(Popularity popularity) {
        return new Orders(
                popularity.orderCount(), popularity.rating(), popularity.ratingCount());
    }

    private static WaitingTime waiting(Popularity popularity) {
        return new WaitingTime(popularity.waitingMinutes());
    }

    private static String text(@Nullable Object value) {
        return ContractJson.mapper().writeValueAsString(value);
    }
}
