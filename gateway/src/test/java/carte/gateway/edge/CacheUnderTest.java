package carte.gateway.edge;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.contracts.fixture.Menus;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** What a gateway keeps, told by hand what is loaded and what stands in the log. */
final class CacheUnderTest {

    static final Duration FILL_DEADLINE = Duration.ofSeconds(5);

    private static final String SHARD = "west";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);

    final EdgeCache cache;

    private CacheUnderTest(Duration remembers, Duration fillDeadline, DatabaseClocks clocks) {
        cache = new EdgeCache(settings(fillDeadline, LONG), new Freshness(
                remembers, Duration.ofNanos(1), Duration.ZERO), clocks);
    }

    /** Remembers the versions that it has seen for longer than any case runs. */
    static CacheUnderTest remembering() {
        return remembering(new DatabaseClocks());
    }

    static CacheUnderTest remembering(DatabaseClocks clocks) {
        return new CacheUnderTest(LONG, FILL_DEADLINE, clocks);
    }

    /** Has forgotten what it has seen, so that only floors are left to refuse what is old. */
    static CacheUnderTest forgetful(Duration fillDeadline) {
        return new CacheUnderTest(Duration.ofNanos(2), fillDeadline, new DatabaseClocks());
    }

    static EdgeSettings settings(Duration fillDeadline, Duration pause) {
        return new EdgeSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(8), fillDeadline,
                Duration.ofMillis(1_500), pause, Duration.ofSeconds(15));
    }

    /** Returns the time so many seconds after noon. */
    static Instant at(double seconds) {
        return NOON.plusMillis(Math.round(seconds * 1_000));
    }

    static RestaurantId neighbourOf(RestaurantId id) {
        return restaurant(partition -> partition == MenuTopic.partitionOf(id));
    }

    static RestaurantId strangerTo(RestaurantId id) {
        return restaurant(partition -> partition != MenuTopic.partitionOf(id));
    }

    private static RestaurantId restaurant(Predicate<Integer> partition) {
        return Stream.generate(Menus::freshRestaurant)
                .filter(other -> partition.test(MenuTopic.partitionOf(other)))
                .findFirst().orElseThrow();
    }

    EdgeMenu menu(RestaurantId id, long version, double asOf) {
        return menu(id, version, asOf, json(id, version));
    }

    EdgeMenu menu(RestaurantId id, long version, double asOf, MenuJson json) {
        return menu(id, version, asOf, track(id), json);
    }

    EdgeMenu menu(RestaurantId id, long version, double asOf, Track track) {
        return menu(id, version, asOf, track, json(id, version));
    }

    private static EdgeMenu menu(
            RestaurantId id, long version, double asOf, Track track, MenuJson json) {
        return new EdgeMenu(id, new MenuVersion(version), at(asOf), track, json.compress());
    }

    Track track(RestaurantId id) {
        return cache.track(id, SHARD);
    }

    /** Offers a menu, and returns it. */
    EdgeMenu load(RestaurantId id, long version, double asOf) {
        EdgeMenu loaded = menu(id, version, asOf);
        cache.offer(loaded);
        return loaded;
    }

    /** Offers a menu that has translations. */
    void loadTranslated(RestaurantId id, long version, double asOf) {
        cache.offer(menu(id, version, asOf, MenuJson.of(Menus.translated(id, version))));
    }

    void changeTranslated(RestaurantId id, long version, double time) {
        cache.changed(new MenuChanged(id, new MenuVersion(version), SHARD, at(time),
                MenuJson.of(Menus.translated(id, version))), at(time));
    }

    void change(RestaurantId id, long version, double time) {
        cache.changed(new MenuChanged(id, new MenuVersion(version), SHARD, at(time),
                json(id, version)), at(time));
    }

    void changeWithoutMenu(RestaurantId id, long version, double time) {
        cache.changed(new MenuChanged(id, new MenuVersion(version), SHARD, at(time), null),
                at(time));
    }

    void watermark(RestaurantId id, double time) {
        watermark(id, SHARD, time);
    }

    void watermark(RestaurantId id, String shard, double time) {
        cache.watermark(MenuTopic.partitionOf(id), new Watermark(shard, at(time)), at(time));
    }

    void missed(RestaurantId id) {
        cache.missed(MenuTopic.partitionOf(id));
    }

    /** Returns the version that is kept, or zero. */
    long kept(RestaurantId id) {
        EdgeMenu held = cache.find(id.value());
        return held == null ? 0 : held.version().number();
    }

    long newestKnown(RestaurantId id) {
        return cache.newestKnown(id.value()).number();
    }

    static MenuJson json(RestaurantId id, long version) {
        return MenuJson.of(Menus.menu(id, version, Menus.PUBLISHED));
    }
}
