package carte.kit.telemetry;

import java.util.Locale;

/** Where a menu came from. */
public enum Tier {
    /** A gateway kept it. */
    EDGE,
    /** The cache that all share. */
    REDIS,
    /** The database that owns it. */
    PRIMARY,
    /** There was no menu to be had. */
    NONE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Returns how it is called in metrics and on spans. */
    public String text() {
        return text;
    }
}
