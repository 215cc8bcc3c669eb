package carte.gateway.site.operations;

import java.util.Locale;

/** How something is, as its colour says beside its words. */
enum Level {
    GOOD, WARM, BAD;

    /** Returns how an age is that may not be above a bound. */
    static Level of(double seconds, double bound) {
        if (seconds > bound) {
            return BAD;
        }
        return seconds > bound / 2 ? WARM : GOOD;
    }

    /** Returns the class of the style. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
