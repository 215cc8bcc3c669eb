package carte.kit.menucache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CacheKeys;
import carte.contracts.cache.CacheTimings;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.InMemoryMenuCache;
import carte.contracts.cache.MenuCache;
import carte.contracts.cache.MenuCacheContract;
import carte.contracts.cache.MenuCacheWalk;
import carte.contracts.fixture.Menus;
import carte.contracts.fixture.SettableClock;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.embedded.EmbeddedServers;
import carte.embedded.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisMenuCacheIT extends MenuCacheContract {

    private static final LettuceConnectionFactory CONNECTIONS = connections();
    private static final StringRedisTemplate REDIS = new StringRedisTemplate(CONNECTIONS);

    @Override
    protected MenuCache cache(CacheTimings timings) {
        return new RedisMenuCache(CONNECTIONS, timings);
    }

    @Override
    protected Instant now() {
        Long millis = REDIS.execute(RedisServerCommands::time, true);
        return Instant.ofEpochMilli(Objects.requireNonNull(millis));
    }

    @Override
    protected void letPass(Duration duration) {
        // Its answer is cut to milliseconds: at the second one after, that many have passed.
        Instant end = now().plus(duration).plusMillis(1);
        await().until(() -> now().isAfter(end));
    }

    @AfterAll
    static void disconnect() {
        CONNECTIONS.destroy();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void answersAsTheModelDoes(long seed) {
        Instant start = now();
        MenuCache model = new InMemoryMenuCache(MenuCacheWalk.TIMINGS, new SettableClock(start));
        new MenuCacheWalk(seed, start, model, cache(MenuCacheWalk.TIMINGS)).run(4_000);
    }

    @Test
    void scriptsAreSentAgainAfterRedisForgotThem() {
        RestaurantId id = Menus.freshRestaurant();
        MenuCache cache = cache(CacheTimings.DEFAULTS);
        assertThat(cache.fill(id, value(id, 7)).block()).isEqualTo(FillOutcome.STORED);
        REDIS.execute(connection -> {
            connection.scriptingCommands().scriptFlush();
            return true;
        }, true);
        assertThat(cache.fill(id, value(id, 8)).block()).isEqualTo(FillOutcome.STORED);
    }

    @Test
    void unreadableEntryIsMissAndIsReplaced() {
        RestaurantId id = Menus.freshRestaurant();
        REDIS.opsForValue().set(CacheKeys.menu(id), "what is this?");
        MenuCache cache = cache(CacheTimings.DEFAULTS);
        assertThat(cache.read(id, "west").map(CachedMenu::entry).block()).isNull();
        assertThat(cache.fill(id, value(id, 7)).block()).isEqualTo(FillOutcome.STORED);
        assertThat(cache.read(id, "west").map(CachedMenu::entry).block())
                .isInstanceOf(CacheEntry.Value.class);
    }

    @Test
    void entryOfLaterFormatIsMissButKeepsItsVersion() {
        RestaurantId id = Menus.freshRestaurant();
        MenuCache cache = cache(CacheTimings.DEFAULTS);
        cache.fill(id, value(id, 7)).block();
        REDIS.opsForValue().set(CacheKeys.menu(id), "\u0002", 0);
        assertThat(cache.read(id, "west").map(CachedMenu::entry).block()).isNull();
        assertThat(cache.fill(id, value(id, 6)).block()).isEqualTo(FillOutcome.REFUSED_AS_OLD);
        assertThat(cache.fill(id, value(id, 7)).block()).isEqualTo(FillOutcome.STORED);
    }

    @Test
    void lifetimesAreSpreadByTenPercent() {
        MenuCache cache = cache(CacheTimings.DEFAULTS);
        long tenth = CacheTimings.DEFAULTS.timeToLive().toMillis() / 10;
        for (int i = 0; i < 20; i++) {
            RestaurantId id = Menus.freshRestaurant();
            cache.fill(id, value(id, 7)).block();
            Long millis = REDIS.getExpire(
                    CacheKeys.menu(id), TimeUnit.MILLISECONDS);
            assertThat(millis).isBetween(8 * tenth, 11 * tenth);
        }
    }

    private CacheEntry value(RestaurantId id, long version) {
        Instant readAt = now();
        return new CacheEntry.Value(new MenuVersion(version), readAt,
                MenuJson.of(Menus.menu(id, version, readAt)).compress());
    }

    private static LettuceConnectionFactory connections() {
        RedisServer redis = EmbeddedServers.redis();
        var factory = new LettuceConnectionFactory(redis.host(), redis.port());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }
}
