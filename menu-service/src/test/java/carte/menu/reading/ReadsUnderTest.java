package carte.menu.reading;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.Freshness;
import carte.contracts.cache.InMemoryMenuCache;
import carte.contracts.cache.LogStep;
import carte.contracts.event.MenuTopic;
import carte.contracts.event.Watermark;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.SettableClock;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.shard.ShardMap;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link MenuReads} over a Redis in memory and a primary that does as it is told. */
final class ReadsUnderTest {

    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    static final Freshness FRESHNESS = new Freshness(
            Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(5));
    /** So long that only virtual time comes to their ends. */
    static final MenuReadProperties PATIENT = new MenuReadProperties(
            Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(5),
            Duration.ofSeconds(30), 64);
    static final MenuReadProperties ONE_LOAD = new MenuReadProperties(
            PATIENT.cacheTimeout(), PATIENT.versionWait(), PATIENT.versionPoll(),
            PATIENT.loadTimeout(), 1);

    private static final ShardMap SHARDS = new ShardMap(
            Map.of("west", List.of("NG"), "east", List.of("KE")));

    /** The time of the databases and of Redis. */
    final SettableClock time = new SettableClock(NOON);
    final InMemoryMenuCache redis;
    private final MeterRegistry meters = new SimpleMeterRegistry();

    private final AtomicInteger databaseReads = new AtomicInteger();
    private volatile Function<RestaurantId, Mono<CacheEntry>> primary = id -> Mono
            .error(new AssertionError("the database was asked for " + id));

    ReadsUnderTest() {
        this.redis = new InMemoryMenuCache(CacheTimings.DEFAULTS, time);
    }

    /** Returns how many readers were given this. */
    long answers(String tier, String outcome) {
        return meters.get("carte.reads.answers").tag("tier", tier).tag("outcome", outcome)
                .timer().count();
    }

    /** Returns what a counter has counted. */
    double count(String counter, String tag, String value) {
        return meters.get(counter).tag(tag, value).counter().count();
    }

    MenuReads reads() {
        return reads(FRESHNESS, PATIENT);
    }

    MenuReads reads(Freshness freshness, MenuReadProperties properties) {
        return reads(redis, freshness, properties, known(new DatabaseClocks(time, () -> 0)));
    }

    MenuReads reads(InMemoryMenuCache cache) {
        return reads(cache, FRESHNESS, PATIENT, known(new DatabaseClocks(time, () -> 0)));
    }

    /** Returns one whose own clock is off by this, and which has asked nothing yet. */
    MenuReads readsOff(Duration off) {
        return reads(redis, FRESHNESS, PATIENT, new DatabaseClocks(
                new SettableClock(time.instant().plus(off)), () -> 0));
    }

    private DatabaseClocks known(DatabaseClocks clocks) {
        List.of("west", "east").forEach(
                shard -> clocks.of(shard).answered(clocks.moment(), time.instant()));
        return clocks;
    }

    private MenuReads reads(InMemoryMenuCache cache, Freshness freshness,
            MenuReadProperties properties, DatabaseClocks clocks) {
        return new MenuReads(cache, SHARDS, this::readPrimary, freshness, clocks, properties,
                new ReadMeters(meters, clocks));
    }

    private Mono<CacheEntry> readPrimary(RestaurantId id, String shard) {
        assertThat(SHARDS.of(id)).contains(shard);
        databaseReads.incrementAndGet();
        return primary.apply(id);
    }

    int databaseReads() {
        return databaseReads.get();
    }

    void primaryAnswers(Function<RestaurantId, Mono<CacheEntry>> answer) {
        primary = answer;
    }

    /** From now on every restaurant's menu has this version. */
    void primaryHas(long version) {
        primary = id -> Mono.fromSupplier(() -> menu(id, version));
    }

    /** Returns what is read this moment and arrives after this time. */
    Mono<CacheEntry> slowly(RestaurantId id, long version, Duration way) {
        return Mono.fromSupplier(() -> {
            CacheEntry read = menu(id, version);
            time.advance(way);
            return read;
        });
    }

    void primaryFails() {
        primary = _ -> Mono.error(ProblemException.unavailable(
                "the database is away", Duration.ofSeconds(1), null));
    }

    /** Puts into Redis what was read this moment. */
    void redisHas(RestaurantId id, long version) {
        assertThat(redis.fill(id, menu(id, version)).block()).isEqualTo(FillOutcome.STORED);
    }

    /** Says that Redis knows everything about this restaurant up to now. */
    void watermark(RestaurantId id) {
        int partition = MenuTopic.partitionOf(id);
        long offset = Objects.requireNonNull(redis.offset(partition).block());
        redis.advance(partition, new LogStep(offset, offset + 1),
                new Watermark(SHARDS.of(id).orElseThrow(), time.instant())).block();
    }

    @Nullable
    CacheEntry inRedis(RestaurantId id) {
        return redis.read(id, SHARDS.of(id).orElseThrow()).map(CachedMenu::entry).block();
    }

    /** Returns a menu that was read this moment. */
    CacheEntry menu(RestaurantId id, long version) {
        return menu(id, version, time.instant());
    }

    static CacheEntry menu(RestaurantId id, long version, Instant readAt) {
        return new CacheEntry.Value(new MenuVersion(version), readAt,
                MenuJson.of(Menus.menu(id, version, NOON)).compress());
    }

    static Found find(MenuReads reads, RestaurantId id) {
        return Objects.requireNonNull(reads.read(id, MenuVersion.NONE).block());
    }

    static void assertUnavailable(Throwable error) {
        assertProblem(error, ProblemType.UNAVAILABLE);
        assertThat(((ProblemException) error).retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    static void assertProblem(@Nullable Throwable error, ProblemType type) {
        assertThat(error).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.problem().kind()).isEqualTo(type));
    }
}
