package carte.order.menus;

import carte.contracts.menu.MenuVersion;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of one restaurant's menu.
 *
 * @param newest the newest version that is known to exist
 * @param documentVersion the version of the document here, or {@link MenuVersion#NONE}
 * @param vouched what says that no newer version exists; null where nothing does
 */
record MenuCopy(
        MenuVersion newest, MenuVersion documentVersion, @Nullable Vouched vouched) {

    /** Of a restaurant that is not known. */
    static final MenuCopy NONE = new MenuCopy(MenuVersion.NONE, MenuVersion.NONE, null);

    boolean isNone() {
        return newest.equals(MenuVersion.NONE);
    }

    /** Tells whether a newer version is known of, whose document is not here. */
    boolean isBehind() {
        return documentVersion.isOlderThan(newest);
    }

    /** Tells whether the document is of the newest version known here, and of what was seen. */
    boolean serves(MenuVersion seen) {
        return !isNone() && !isBehind() && !newest.isOlderThan(seen);
    }

    /** Returns the least version that would serve such an order. */
    MenuVersion leastFor(MenuVersion seen) {
        return newest.isOlderThan(seen) ? seen : newest;
    }
}
