package carte.order.menuservice;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;

/** A menu never had a version that somebody says they saw; its owner has looked. */
public final class NoSuchVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says so in a sentence for whoever named the version. */
    public NoSuchVersion(RestaurantId id, MenuVersion version) {
        super("the menu of " + id + " has no version " + version
                + "; expected the version of the menu that was shown");
    }
}
