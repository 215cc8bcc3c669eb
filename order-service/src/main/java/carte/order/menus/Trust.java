package carte.order.menus;

import carte.contracts.cache.DatabaseClock;
import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whether a copy is known to be the newest, by what is known of the databases' clocks. */
@Component
final class Trust {

    private final Freshness freshness;
    private final DatabaseClocks clocks;

    Trust(Freshness freshness, DatabaseClocks clocks) {
        this.freshness = freshness;
        this.clocks = clocks;
    }

    /** Tells whether an order may be priced by a copy without asking its owner. */
    boolean isEarnedBy(MenuCopy copy) {
        Vouched vouched = copy.vouched();
        if (vouched == null) {
            return false;
        }
        DatabaseClock clock = clocks.of(vouched.shard());
        hear(clock, vouched.told());
        hear(clock, vouched.watermark());
        return vouched.within(freshness, clock.now());
    }

    /** A time that is later than can be shows that the clock is not known after all. */
    private static void hear(DatabaseClock clock, @Nullable Instant time) {
        if (time != null) {
            clock.heard(time);
        }
    }
}
