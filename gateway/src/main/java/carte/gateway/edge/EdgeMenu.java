package carte.gateway.edge;

import carte.contracts.cache.DatabaseClock;
import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuLanguages;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Instant;
import java.util.Set;

/** A menu ready to be sent in its own words, and what is known of it. */
final class EdgeMenu {

    /** What an entry costs besides its bodies. */
    static final int OVERHEAD_BYTES = 512;

    private final RestaurantId id;
    private final MenuVersion version;
    private final Instant loadedAsOf;
    private final Track track;
    private final Set<String> languages;
    private final MenuForm form;

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
        MenuJson json = menu.expand();
        this.languages = MenuLanguages.of(json);
        this.form = MenuForm.own(version, !languages.isEmpty(), json.utf8(), menu.gzip());
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

    /** Returns the languages that it has translations of, in lower case. */
    Set<String> languages() {
        return languages;
    }

    /** Returns the form in its own words. */
    MenuForm form() {
        return form;
    }

    int weight() {
        return OVERHEAD_BYTES + form.bytes();
    }
}
