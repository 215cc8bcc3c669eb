package carte.order.menus;

import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import org.jspecify.annotations.Nullable;

/**
 * What this service holds of one restaurant's menu.
 *
 * @param newest the newest version that is known to exist
 * @param documentVersion the version of the document, or {@link MenuVersion#NONE}
 * @param document the menu, or null where none has arrived yet
 */
record MenuCopy(
        MenuVersion newest, MenuVersion documentVersion, @Nullable CompressedMenu document) {

    /** Tells whether a newer version is known of, whose document is not here. */
    boolean isBehind() {
        return documentVersion.isOlderThan(newest);
    }
}
