package carte.contracts.cache;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carte.contracts.fixture.Menus;
import carte.contracts.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryMenuCacheTest extends MenuCacheContract {

    private final SettableClock clock = new SettableClock(Menus.PUBLISHED);

    @Override
    protected MenuCache cache(CacheTimings timings) {
        return new InMemoryMenuCache(timings, clock);
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected void letPass(Duration duration) {
        clock.advance(duration);
    }

    @Test
    void failsWhileItIsAwayAndForgetsNothing() {
        var cache = new InMemoryMenuCache(CacheTimings.DEFAULTS, clock);
        cache.goAway();
        assertThatThrownBy(() -> cache.read(Menus.MAMA_PUT, "west").map(CachedMenu::entry).block())
                .isInstanceOf(IllegalStateException.class);
    }
}
