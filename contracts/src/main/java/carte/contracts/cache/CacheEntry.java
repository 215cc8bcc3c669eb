package carte.contracts.cache;

import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import java.time.Instant;

/** What the cache holds for one restaurant. */
public sealed interface CacheEntry {

    /** The version it speaks of; {@link MenuVersion#NONE} for an absent restaurant. */
    MenuVersion version();

    /** Database time at which the entry was true; for a floor, before which no fill may be read. */
    Instant readAt();

    /** A menu that may be served. */
    record Value(MenuVersion version, Instant readAt, CompressedMenu menu) implements CacheEntry {}

    /** There is no such restaurant. */
    record Absent(Instant readAt) implements CacheEntry {
        @Override
        public MenuVersion version() {
            return MenuVersion.NONE;
        }
    }

    /**
     * Nothing is held, and fills below {@code version}, or read before {@code readAt}, are refused.
     */
    record Floor(MenuVersion version, Instant readAt) implements CacheEntry {}
}
