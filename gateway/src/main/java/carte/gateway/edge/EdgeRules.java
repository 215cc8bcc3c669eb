package carte.gateway.edge;

import carte.contracts.menu.MenuVersion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The decisions of a gateway's cache, as pure functions. */
public final class EdgeRules {

    private EdgeRules() {}

    /**
     * Tells whether a menu that was loaded may be kept. It must be newer than all that the gateway
     * may have missed, and than every change whose floor has ended.
     *
     * @param version of the menu
     * @param asOf the time as of which its source knew it to be the newest
     * @param held the version that is kept now, or null
     * @param floor of its restaurant, or null; read before {@code followed}, because a floor ends
     * when the watermark has gone on
     * @param followed of its partition and shard; null while the log is not followed
     * @param fillDeadline how far {@code asOf} may be behind the watermark
     */
    public static boolean mayKeep(
            MenuVersion version,
            Instant asOf,
            @Nullable MenuVersion held,
            @Nullable Floor floor,
            @Nullable Followed followed,
            Duration fillDeadline) {
        if (followed == null
                || asOf.isBefore(followed.since())
                || asOf.isBefore(followed.watermark().minus(fillDeadline))) {
            return false;
        }
        if (held != null && version.isOlderThan(held)) {
            return false;
        }
        return floor == null || !version.isOlderThan(floor.version());
    }

    /** Tells whether a floor is no longer needed, because loads that old are refused anyway. */
    public static boolean hasEnded(Floor floor, Followed followed, Duration fillDeadline) {
        return !followed.watermark().isBefore(floor.foundAt().plus(fillDeadline));
    }

    /**
     * Returns the time as of which a kept menu is known to be the newest. The watermark vouches
     * only for menus that are newer than what the gateway may have missed; where it has begun
     * anew, that is not all that were kept before.
     */
    public static Instant asOf(Instant loadedAsOf, @Nullable Followed followed) {
        return followed == null
                || loadedAsOf.isBefore(followed.since())
                || loadedAsOf.isAfter(followed.watermark())
                        ? loadedAsOf
                        : followed.watermark();
    }
}
