package carte.order.menus;

import carte.contracts.cache.Freshness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who says of a copy that it is the newest, and as of when by the clock of its shard's database.
 *
 * @param told as of when its owner said so; null if it was not asked
 * @param watermark up to when all changes of its shard are in the copies; null if that is not known
 */
record Vouched(String shard, @Nullable Instant told, @Nullable Instant watermark) {

    /**
     * Returns what is known, where a record of the menu could not be read at {@code gap}: until its
     * owner was asked after that, a watermark says nothing of this copy.
     */
    static Vouched of(String shard, @Nullable Instant told, @Nullable Instant watermark,
            @Nullable Instant gap) {
        boolean whole = gap == null || (told != null && !told.isBefore(gap));
        return new Vouched(shard, told, whole ? watermark : null);
    }

    /**
     * Tells whether the copy is known to be the newest within the bound.
     *
     * @param now the latest that it can be
     */
    boolean within(Freshness freshness, Instant now) {
        // Each by itself: one that is ahead of a clock that was set back must not hide the other.
        return (told != null && freshness.allows(told, now))
                || (watermark != null && freshness.allows(watermark, now));
    }
}
