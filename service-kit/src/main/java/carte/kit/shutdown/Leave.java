package carte.kit.shutdown;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service's leave, and how much longer it must stay; times are since any one moment.
 *
 * @param saidAt when it said that it is not ready any more
 * @param watchedAt when it was last asked whether it is ready before that, or null if never
 */
record Leave(Duration saidAt, @Nullable Duration watchedAt) {

    /** Returns how long to stay, zero if no longer, given when it last served somebody. */
    Duration remaining(LeaveSettings settings, @Nullable Duration servedAt, Duration now) {
        if (watchedAt == null
                || saidAt.minus(watchedAt).compareTo(settings.watchedWithin()) > 0) {
            return Duration.ZERO;
        }
        Duration last = servedAt == null || servedAt.compareTo(saidAt) < 0 ? saidAt : servedAt;
        Duration quietAt = last.plus(settings.quiet());
        Duration latest = saidAt.plus(settings.longest());
        Duration until = quietAt.compareTo(latest) < 0 ? quietAt : latest;
        Duration remaining = until.minus(now);
        return remaining.isPositive() ? remaining : Duration.ZERO;
    }
}
