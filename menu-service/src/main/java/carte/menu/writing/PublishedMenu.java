package carte.menu.writing;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Instant;

/** One version of a menu with the bytes it is stored, published and answered as. */
public record PublishedMenu(
        RestaurantId restaurantId, MenuVersion version, Instant publishedAt, MenuJson json) {

    static PublishedMenu of(MenuDocument menu) {
        return new PublishedMenu(menu.restaurantId(), menu.version(), menu.publishedAt(),
                MenuJson.of(menu));
    }
}
