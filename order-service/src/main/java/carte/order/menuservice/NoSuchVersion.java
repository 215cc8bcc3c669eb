package carte.order.menuservice;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;

/** A menu has no version that somebody says they saw: menu-service has looked. */
public final class NoSuchVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    /** Says so in a sentence for whoever named the version. */
    public NoSuchVersion(RestaurantId id, MenuVersion version) {
        this("the menu of " + id + " has no version " + version
                + "; expected the version of the menu that was shown");
    }

    private NoSuchVersion(String text) {
        // An answer and not a bug: nobody wants to know where in the code it came to be.
        super(text, null, false, false);
        this.text = text;
    }

    /** Returns the sentence. */
    public String text() {
        return text;
    }
}
