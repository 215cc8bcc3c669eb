package carte.contracts.cache;

import java.time.Duration;

/**
 * How long things live in the cache.
 *
 * @param timeToLive of a menu that nobody changes: a backstop, not the freshness rule
 * @param absentTimeToLive of the answer "no such restaurant"
 * @param fillDeadline the oldest {@code readAt} that a fill may have when it lands
 * @param floorLifetime how long a floor stands; at least twice the fill deadline
 */
public record CacheTimings(
        Duration timeToLive,
        Duration absentTimeToLive,
        Duration fillDeadline,
        Duration floorLifetime) {

    /** An hour, a minute, five seconds, thirty seconds. */
    public static final CacheTimings DEFAULTS = new CacheTimings(
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30));

    /** Throws {@link IllegalArgumentException} if the durations contradict each other. */
    public CacheTimings {
        requirePositive("time-to-live", timeToLive);
        requirePositive("absent-time-to-live", absentTimeToLive);
        requirePositive("fill-deadline", fillDeadline);
        if (floorLifetime.compareTo(fillDeadline.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("floor-lifetime is " + floorLifetime
                    + " but must be at least twice fill-deadline, which is " + fillDeadline
                    + ": a fill that started before a change would find its floor gone");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be positive: " + duration);
        }
    }
}
