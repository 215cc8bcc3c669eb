package carte.gateway.edge;

import carte.contracts.menu.MenuVersion;
import java.time.Instant;

/**
 * The trace that a change leaves, so that a slow load of an older menu is refused.
 *
 * @param version the least version that may be kept
 * @param foundAt the timestamp of the change's record; the change was committed earlier
 */
public record Floor(MenuVersion version, Instant foundAt) {

    /** Returns what both changes together leave. */
    public Floor and(Floor other) {
        return new Floor(
                version.isOlderThan(other.version) ? other.version : version,
                foundAt.isAfter(other.foundAt) ? foundAt : other.foundAt);
    }
}
