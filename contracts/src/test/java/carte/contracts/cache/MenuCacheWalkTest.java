package carte.contracts.cache;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.Menus;
import carte.contracts.fixture.SettableClock;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MenuCacheWalkTest {

    private static final int OPERATIONS = 5_000;

    private final Clock clock = new SettableClock(Menus.PUBLISHED);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void modelNeverGoesBackwards(long seed) {
        Clock later = new SettableClock(Menus.PUBLISHED.plus(Duration.ofMinutes(5)));
        walk(seed, new InMemoryMenuCache(MenuCacheWalk.TIMINGS, later));
    }

    @Test
    void noticesCacheThatLosesFloors() {
        MenuCache forgetful = new InMemoryMenuCache(MenuCacheWalk.TIMINGS, clock) {
            @Override
            void hold(RestaurantId id, CacheEntry entry) {
                if (entry instanceof CacheEntry.Floor) {
                    forget(id);
                } else {
                    super.hold(id, entry);
                }
            }
        };
        assertThatThrownBy(() -> walk(1, forgetful)).isInstanceOf(AssertionError.class);
    }

    @Test
    void noticesCacheThatRefusesTheSameVersion() {
        MenuCache strict = new InMemoryMenuCache(MenuCacheWalk.TIMINGS, clock) {
            @Override
            FillOutcome judgeFill(@Nullable CacheEntry held, CacheEntry offered, Instant now) {
                MenuVersion version = held == null ? MenuVersion.NONE : held.version();
                return held != null && version.equals(offered.version())
                        ? FillOutcome.REFUSED_AS_OLD
                        : super.judgeFill(held, offered, now);
            }
        };
        assertThatThrownBy(() -> walk(1, strict)).isInstanceOf(AssertionError.class);
    }

    private void walk(long seed, MenuCache cache) {
        MenuCache model = new InMemoryMenuCache(MenuCacheWalk.TIMINGS, clock);
        new MenuCacheWalk(seed, clock.instant(), model, cache).run(OPERATIONS);
    }
}
