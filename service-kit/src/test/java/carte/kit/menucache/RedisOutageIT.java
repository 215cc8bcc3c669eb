package carte.kit.menucache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.FillOutcome;
import carte.contracts.cache.MenuCache;
import carte.contracts.fixture.Menus;
import carte.embedded.EmbeddedRedis;
import carte.kit.freshness.FreshnessAutoConfiguration;
import carte.kit.redis.LettuceAutoConfiguration;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;

/** What callers see while Redis is away, with the driver set up as services have it. */
class RedisOutageIT {

    /** Far more than any answer takes, and far less than a driver that waits for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final CacheEntry ABSENT = new CacheEntry.Absent(
            Instant.parse("2100-01-01T00:00:00Z"));

    @Test
    void failsWhileRedisIsAwayAndGoesOnWhenItIsBack() {
        try (EmbeddedRedis redis = EmbeddedRedis.builder().start()) {
            withCache(redis.port(), cache -> {
                var id = Menus.freshRestaurant();
                assertThat(cache.read(id, "west").map(CachedMenu::entry).block(PATIENCE)).isNull();
                redis.stop();
                await().untilAsserted(() -> assertUnreachable(cache));
                redis.start();
                await().ignoreExceptions().until(() -> FillOutcome.STORED
                        .equals(cache.fill(id, ABSENT).block(PATIENCE)));
            });
        }
    }

    @Test
    void startsWithoutRedisAndFindsItLater() {
        try (EmbeddedRedis redis = EmbeddedRedis.builder().start()) {
            redis.stop();
            withCache(redis.port(), cache -> {
                assertUnreachable(cache);
                redis.start();
                await().ignoreExceptions().until(() -> FillOutcome.STORED
                        .equals(cache.fill(Menus.freshRestaurant(), ABSENT).block(PATIENCE)));
            });
        }
    }

    @Test
    void givesUpOnServerThatAcceptsAndIsSilent() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            withCache(silent.getLocalPort(), RedisOutageIT::assertUnreachable);
        }
    }

    @Test
    void givesUpOnServerThatFreezes() {
        try (EmbeddedRedis redis = EmbeddedRedis.builder().start()) {
            withCache(redis.port(), cache -> {
                assertThat(
                        cache.read(Menus.MAMA_PUT, "west").map(CachedMenu::entry).block(PATIENCE))
                        .isNull();
                signal(redis, "STOP");
                try {
                    assertThatThrownBy(() -> cache.read(Menus.MAMA_PUT, "west")
                            .map(CachedMenu::entry).block(PATIENCE))
                            .isInstanceOf(QueryTimeoutException.class);
                } finally {
                    signal(redis, "CONT");
                }
            });
        }
    }

    private static void assertUnreachable(MenuCache cache) {
        assertThatThrownBy(
                () -> cache.read(Menus.MAMA_PUT, "west").map(CachedMenu::entry).block(PATIENCE))
                .isInstanceOfAny(DataAccessException.class, RedisException.class);
    }

    private static void withCache(int port, Consumer<MenuCache> use) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        LettuceAutoConfiguration.class,
                        FreshnessAutoConfiguration.class,
                        MenuCacheAutoConfiguration.class,
                        DataRedisAutoConfiguration.class))
                .withPropertyValues(
                        "spring.data.redis.host=127.0.0.1",
                        "spring.data.redis.port=" + port,
                        "spring.data.redis.timeout=500ms",
                        "spring.data.redis.connect-timeout=500ms")
                .run(context -> use.accept(context.getBean(MenuCache.class)));
    }

    private static void signal(EmbeddedRedis redis, String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(redis.pid()))
                    .start()
                    .waitFor();
            assertThat(exit).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot signal Redis", e);
        }
    }
}
