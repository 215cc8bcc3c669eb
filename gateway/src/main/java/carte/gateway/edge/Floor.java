package carte.gateway.edge;

import carte.contracts.menu.MenuVersion;
import java.time.Instant;

/**
 * The trace that a change leaves, so that a slow load of an older menu is refused.
 *
 * @param version the least version that may be kept
 * @param notBefore nothing that is only known as of an earlier time may be kept
 * @param foundAt the timestamp of the change's record; the change was committed earlier
 */
public record Floor(MenuVersion version, Instant notBefore, Instant foundAt) {

    /** Returns what a change leaves. */
    public static Floor ofChange(MenuVersion version, Instant foundAt) {
        return new Floor(version, Instant.EPOCH, foundAt);
    }

    /** Returns what a record leaves that cannot be read: its version is unknown. */
    public static Floor ofUnreadable(Instant foundAt) {
        return new Floor(MenuVersion.NONE, foundAt, foundAt);
    }

    /** Returns what both together leave. */
    public Floor and(Floor other) {
        return new Floor(
                version.isOlderThan(other.version) ? other.version : version,
                later(notBefore, other.notBefore),
                later(foundAt, other.foundAt));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
