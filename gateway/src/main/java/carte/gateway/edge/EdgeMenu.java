package carte.gateway.edge;

import carte.contracts.cache.DatabaseClock;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Instant;

/** A menu ready to be sent, in both codings. */
final class EdgeMenu {

    /** What an entry costs besides its bodies. */
    private static final int OVERHEAD_BYTES = 512;

    private final RestaurantId id;
    private final MenuVersion version;
    private final Instant loadedAsOf;
    private final Track track;
    private final byte[] plain;
    private final byte[] gzip;

    /**
     * Takes a menu.
     *
     * @param loadedAsOf the time as of which its source knew it to be the newest
     * @param track of its partition and shard
     */
    EdgeMenu(
            RestaurantId id,
            MenuVersion version,
            Instant loadedAsOf,
            Track track,
            CompressedMenu menu) {
        this.id = id;
        this.version = version;
        this.loadedAsOf = loadedAsOf;
        this.track = track;
        this.plain = menu.expand().utf8();
        this.gzip = menu.gzip();
    }

    RestaurantId id() {
        return id;
    }

    MenuVersion version() {
        return version;
    }

    Track track() {
        return track;
    }

    /** Returns the clock by which its age is told. */
    DatabaseClock clock() {
        return track.clock();
    }

    Instant loadedAsOf() {
        return loadedAsOf;
    }

    /** Returns the time as of which a menu that is kept is known to be the newest. */
    Instant asOf() {
        return EdgeRules.asOf(loadedAsOf, track.followed());
    }

    byte[] body(boolean compressed) {
        return compressed ? gzip : plain;
    }

    int weight() {
        return OVERHEAD_BYTES + plain.length + gzip.length;
    }
}
