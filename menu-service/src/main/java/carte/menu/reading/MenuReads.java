package carte.menu.reading;

import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.DatabaseClock;
import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.Freshness;
import carte.contracts.cache.MenuCache;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.load.SingleFlight;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.kit.redis.Command;
import carte.menu.http.RestaurantPath;
import carte.menu.shard.ShardMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Menus for readers: from Redis while what it has is known to be fresh enough, else from the
 * primary, whose answer is offered to Redis. Redis makes reads faster and never fails them. Where
 * the primary is away, what Redis has is better than nothing, and the answer says so.
 */
@Component
class MenuReads implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MenuReads.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final int MOST_LOADS = 3;
    private static final RestaurantId NOBODY = new RestaurantId("XX-nobody");

    private final MenuCache cache;
    private final ShardMap shards;
    private final MenuReadProperties properties;
    private final PrimaryMenus primary;
    private final SingleFlight<RestaurantId, CacheEntry> loads;
    private final Map<String, Bulkhead> bulkheads = new ConcurrentHashMap<>();
    private final Freshness freshness;
    private final DatabaseClocks clocks;
    private final ReadMeters meters;
    private final AtomicBoolean cacheFailing = new AtomicBoolean();
    private final AtomicBoolean fillsFailing = new AtomicBoolean();

    MenuReads(
            MenuCache cache,
            ShardMap shards,
            PrimaryMenus primary,
            Freshness freshness,
            DatabaseClocks clocks,
            MenuReadProperties properties,
            ReadMeters meters) {
        this.meters = meters;
        this.cache = cache;
        this.freshness = freshness;
        this.clocks = clocks;
        this.shards = shards;
        this.properties = properties;
        this.primary = primary;
        this.loads = new SingleFlight<>(this::load);
    }

    /** Connects to Redis while the rest of the service starts, so that no reader waits for it. */
    @Override
    public void afterSingletonsInstantiated() {
        cache.read(NOBODY, "none").subscribe(_ -> {}, this::noteCacheFailure);
    }

    /**
     * Returns a menu of at least this version.
     *
     * @param least {@link MenuVersion#NONE} for any
     */
    Mono<Found> read(RestaurantId id, MenuVersion least) {
        Optional<String> shard = shards.of(id);
        if (shard.isEmpty()) {
            return Mono.error(RestaurantPath.notFound(id));
        }
        var reader = new Reader(id, shard.get(), clocks.of(shard.get()), least);
        return meters.told(id, fromCache(reader)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(cached -> answer(reader, cached.orElse(null))));
    }

    /** What is asked for, and where it is. */
    private record Reader(
            RestaurantId id, String shard, DatabaseClock clock, MenuVersion least) {}

    private Mono<Found> answer(Reader reader, @Nullable CachedMenu cached) {
        return switch (decide(reader, cached)) {
            case ANSWER -> found(reader, cached, Found.Source.REDIS);
            case LOAD_OLD -> fromPrimary(reader, Found.Source.PRIMARY_AS_REDIS_HAD_AN_OLD_ONE)
                    .onErrorResume(MenuReads::isOutage, failure -> stale(reader, cached, failure));
            case LOAD -> fromPrimary(reader, Found.Source.PRIMARY_AS_REDIS_HAD_NONE);
        };
    }

    private ReadRules.Decision decide(Reader reader, @Nullable CachedMenu cached) {
        return ReadRules.decide(cached, reader.least(), freshness, reader.clock().now());
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof ProblemException problem
                && problem.problem().kind() == ProblemType.UNAVAILABLE;
    }

    /** Nothing newer can be had: what Redis has is better than nothing, if it is not too old. */
    private Mono<Found> stale(Reader reader, @Nullable CachedMenu cached, Throwable failure) {
        Instant now = reader.clock().guess();
        return cached != null
                && ReadRules.servesOnError(cached, reader.least(), freshness, now)
                && cached.entry() instanceof CacheEntry.Value menu
                        ? Mono.just(new Found(menu, cached.asOf(), reader.shard(),
                                reader.clock().now(), Found.Source.REDIS,
                                Duration.between(cached.asOf(), now)))
                        : Mono.error(failure);
    }

    private Mono<CachedMenu> fromCache(Reader reader) {
        return Command.within(properties.cacheTimeout(), cache.read(reader.id(), reader.shard()))
                .doOnNext(cached -> reader.clock().heard(cached.asOf()))
                .doOnSuccess(cached -> {
                    noteCacheRecovery();
                    meters.cached(decide(reader, cached));
                })
                .onErrorResume(error -> {
                    noteCacheFailure(error);
                    meters.cacheFailed();
                    return Mono.empty();
                });
    }

    private Mono<Found> fromPrimary(Reader reader, Found.Source source) {
        Mono<Found> newest = loads.get(reader.id())
                // Whoever was frozen in between holds a menu in hand that has grown old.
                .filter(entry -> freshness.allows(entry.readAt(), reader.clock().now()))
                .repeatWhenEmpty(again -> again.take(MOST_LOADS - 1))
                .switchIfEmpty(Mono.error(() -> tooSlow(reader.shard())))
                .flatMap(entry -> found(reader, new CachedMenu(entry, Instant.EPOCH), source));
        if (reader.least().equals(MenuVersion.NONE)) {
            return newest;
        }
        return Mono.defer(() -> {
            AtomicBoolean told = new AtomicBoolean();
            return newest
                    .doOnNext(_ -> told.set(true))
                    .filter(found -> !found.menu().version().isOlderThan(reader.least()))
                    .repeatWhenEmpty(rounds -> rounds.delayElements(properties.versionPoll()))
                    // Nobody can say that there is no such version who has not looked.
                    .timeout(properties.versionWait(), Mono.error(() -> told.get()
                            ? notVisible(reader)
                            : tooSlow(reader.shard())));
        });
    }

    private Mono<CacheEntry> load(RestaurantId id) {
        String shard = shards.of(id).orElseThrow(() -> RestaurantPath.notFound(id));
        Mono<CacheEntry> read = Mono.defer(() -> {
            Moment asked = clocks.moment();
            return primary.read(id, shard)
                    .doOnNext(entry -> clocks.of(shard).answered(asked, entry.readAt()));
        }).timeout(properties.loadTimeout(), Mono.error(() -> tooSlow(shard)));
        return bulkhead(shard).admit(read).flatMap(entry -> offer(id, entry));
    }

    private Bulkhead bulkhead(String shard) {
        return bulkheads.computeIfAbsent(
                shard, name -> new Bulkhead(name, properties.concurrentLoads()));
    }

    private static ProblemException tooSlow(String shard) {
        return ProblemException.unavailable(
                "the database of shard " + shard + " does not answer in time", RETRY_AFTER, null);
    }

    /** Nobody waits for Redis to take an entry, and nobody sends one where it does not serve. */
    private Mono<CacheEntry> offer(RestaurantId id, CacheEntry entry) {
        return Mono.deferContextual(context -> {
            if (!cacheFailing.get()) {
                cache.fill(id, entry)
                        .contextWrite(context)
                        .subscribe(outcome -> noteFill(id, outcome), this::noteFillFailure);
            }
            return Mono.just(entry);
        });
    }

    private static Mono<Found> found(
            Reader reader, @Nullable CachedMenu cached, Found.Source source) {
        return cached != null && cached.entry() instanceof CacheEntry.Value value
                ? Mono.just(new Found(value, cached.asOf(), reader.shard(), reader.clock().now(),
                        source, null))
                : Mono.error(RestaurantPath.notFound(reader.id()));
    }

    private static ProblemException notVisible(Reader reader) {
        return ProblemException.versionNotVisible("the menu of " + reader.id()
                + " has no version " + reader.least() + " yet; ask again", RETRY_AFTER);
    }

    private void noteFill(RestaurantId id, FillOutcome outcome) {
        meters.filled(outcome);
        if (fillsFailing.compareAndSet(true, false)) {
            LOG.info("Redis takes menus again");
        }
        if (outcome != FillOutcome.STORED) {
            LOG.debug("fill of {}: {}", id, outcome);
        }
    }

    /** A full Redis still answers reads. */
    private void noteFillFailure(Throwable error) {
        meters.fillFailed();
        if (fillsFailing.compareAndSet(false, true)) {
            LOG.warn("Redis does not take menus, each is read anew as it grows old: {}",
                    error.toString());
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
