package carte.gateway.edge;

import java.util.Locale;

/** What became of a menu that was loaded. */
enum Fill {
    /** It is kept. */
    KEPT,
    /** A newer version is known. */
    FLOORED,
    /** It was read too early to be vouched for. */
    REFUSED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
