package carte.menu.reading;

import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.MenuCache;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.load.SingleFlight;
import carte.menu.http.RestaurantPath;
import carte.menu.shard.Shards;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Menus for readers: from Redis where it has them, else from the primary, whose answer is offered
 * to Redis. Redis makes reads faster and never fails them.
 */
@Component
class MenuReads implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MenuReads.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final RestaurantId NOBODY = new RestaurantId("XX-nobody");

    private final MenuCache cache;
    private final Shards shards;
    private final MenuReadProperties properties;
    private final PrimaryMenus primary;
    private final SingleFlight<RestaurantId, CacheEntry> loads;
    private final AtomicBoolean cacheFailing = new AtomicBoolean();

    MenuReads(MenuCache cache, Shards shards, DatabaseClient database,
            MenuReadProperties properties) {
        this.cache = cache;
        this.shards = shards;
        this.properties = properties;
        this.primary = new PrimaryMenus(shards, database);
        this.loads = new SingleFlight<>(this::load);
    }

    /** Connects to Redis while the rest of the service starts, so that no reader waits for it. */
    @Override
    public void afterSingletonsInstantiated() {
        cache.read(NOBODY, "none").subscribe(_ -> {}, this::noteCacheFailure);
    }

    /** A menu and the tier that had it. */
    record Found(CacheEntry.Value menu, boolean fromCache) {}

    /**
     * Returns a menu of at least this version.
     *
     * @param least {@link MenuVersion#NONE} for any
     */
    Mono<Found> read(RestaurantId id, MenuVersion least) {
        if (shards.of(id).isEmpty()) {
            return Mono.error(RestaurantPath.notFound(id));
        }
        return fromCache(id, shards.of(id).orElseThrow())
                .filter(entry -> answers(entry, least))
                .flatMap(entry -> found(id, entry, true))
                .switchIfEmpty(Mono.defer(() -> fromPrimary(id, least)));
    }

    private static boolean answers(CacheEntry entry, MenuVersion least) {
        return switch (entry) {
            case CacheEntry.Value value -> !value.version().isOlderThan(least);
            case CacheEntry.Absent _ -> least.equals(MenuVersion.NONE);
            case CacheEntry.Floor _ -> false;
        };
    }

    private Mono<CacheEntry> fromCache(RestaurantId id, String shard) {
        // A reader that gives up leaves its command alone: cancelled, it would take the driver's
        // attempt to connect down with it. What comes of it too late is nobody's any more, errors
        // included, so it travels as a value until somebody waits for it.
        return Mono.deferContextual(context -> Mono
                .fromFuture(
                        () -> cache.read(id, shard).map(CachedMenu::entry)
                                .contextWrite(context).materialize().toFuture(),
                        true))
                .timeout(properties.cacheTimeout())
                .<CacheEntry>dematerialize()
                .doOnSuccess(_ -> noteCacheRecovery())
                .onErrorResume(error -> {
                    noteCacheFailure(error);
                    return Mono.empty();
                });
    }

    private Mono<Found> fromPrimary(RestaurantId id, MenuVersion least) {
        Mono<Found> newest = loads.get(id).flatMap(entry -> found(id, entry, false));
        if (least.equals(MenuVersion.NONE)) {
            return newest;
        }
        return newest
                .filter(found -> !found.menu().version().isOlderThan(least))
                .repeatWhenEmpty(rounds -> rounds.delayElements(properties.versionPoll()))
                .timeout(properties.versionWait(), Mono.error(() -> notVisible(id, least)));
    }

    private Mono<CacheEntry> load(RestaurantId id) {
        Optional<String> shard = shards.of(id);
        return shard.isEmpty()
                ? Mono.error(RestaurantPath.notFound(id))
                : primary.read(id, shard.get()).flatMap(entry -> offer(id, entry));
    }

    /** Nobody waits for Redis to take an entry, and nobody sends one where it is failing. */
    private Mono<CacheEntry> offer(RestaurantId id, CacheEntry entry) {
        return Mono.deferContextual(context -> {
            if (!cacheFailing.get()) {
                cache.fill(id, entry)
                        .contextWrite(context)
                        .subscribe(outcome -> noteRefusal(id, outcome), this::noteCacheFailure);
            }
            return Mono.just(entry);
        });
    }

    private static Mono<Found> found(RestaurantId id, CacheEntry entry, boolean fromCache) {
        return entry instanceof CacheEntry.Value value
                ? Mono.just(new Found(value, fromCache))
                : Mono.error(RestaurantPath.notFound(id));
    }

    private static ProblemException notVisible(RestaurantId id, MenuVersion least) {
        return ProblemException.versionNotVisible(
                "the menu of " + id + " has no version " + least + " yet; ask again",
                RETRY_AFTER);
    }

    private static void noteRefusal(RestaurantId id, FillOutcome outcome) {
        if (outcome != FillOutcome.STORED) {
            LOG.debug("fill of {}: {}", id, outcome);
        }
    }

    private void noteCacheFailure(Throwable error) {
        if (cacheFailing.compareAndSet(false, true)) {
            LOG.warn("Redis does not serve, menus are read from PostgreSQL: {}", error.toString());
        }
    }

    private void noteCacheRecovery() {
        if (cacheFailing.compareAndSet(true, false)) {
            LOG.info("Redis serves again");
        }
    }
}
