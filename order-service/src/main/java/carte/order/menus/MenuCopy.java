package carte.order.menus;

import carte.contracts.menu.MenuVersion;

/**
 * What this service knows of one restaurant's menu.
 *
 * @param newest the newest version that is known to exist
 * @param documentVersion the version of the document here, or {@link MenuVersion#NONE}
 */
record MenuCopy(MenuVersion newest, MenuVersion documentVersion) {

    /** Of a restaurant that is not known. */
    static final MenuCopy NONE = new MenuCopy(MenuVersion.NONE, MenuVersion.NONE);

    boolean isNone() {
        return newest.equals(MenuVersion.NONE);
    }

    /** Tells whether a newer version is known of, whose document is not here. */
    boolean isBehind() {
        return documentVersion.isOlderThan(newest);
    }

    /** Tells whether an order may be priced by the document, whose customer saw a version. */
    boolean serves(MenuVersion seen) {
        return !isNone() && !isBehind() && !newest.isOlderThan(seen);
    }

    /** Returns the least version that would serve such an order. */
    MenuVersion leastFor(MenuVersion seen) {
        return newest.isOlderThan(seen) ? seen : newest;
    }
}
