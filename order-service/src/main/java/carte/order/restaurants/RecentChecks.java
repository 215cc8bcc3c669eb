package carte.order.restaurants;

import carte.contracts.menu.RestaurantId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Which restaurants' owner was asked within the bound, answered or not. */
final class RecentChecks {

    /** More are asked about more often than need be. */
    private static final int MOST_RESTAURANTS = 100_000;

    private final long bound;
    private final LongSupplier nanoTime;
    private final Cache<RestaurantId, Long> begins;

    RecentChecks(Duration bound, LongSupplier nanoTime) {
        this.bound = bound.toNanos();
        this.nanoTime = nanoTime;
        this.begins = Caffeine.newBuilder()
                .maximumSize(MOST_RESTAURANTS)
                .expireAfterWrite(bound)
                .build();
    }

    /** Returns the time at which a check begins: what is answered may be as old. */
    long begin() {
        return nanoTime.getAsLong();
    }

    /** Takes note that a check has ended, or is waited for no longer. */
    void end(RestaurantId id, long begin) {
        begins.asMap().merge(id, begin, Math::max);
    }

    /** Tells whether there was a check that began within the bound. */
    boolean has(RestaurantId id) {
        Long begin = begins.getIfPresent(id);
        return begin != null && nanoTime.getAsLong() - begin < bound;
    }
}
