package carte.menu.schedule;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.menu.document.ItemChanges;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that takes effect by itself.
 *
 * @param position orders those of one restaurant that are due at the same time; 0 until it is kept
 * @param author who scheduled it, and whom the history names when it takes effect
 * @param changes a JSON list as the owner sent it
 * @param version which menu it took effect in; null before, or if it does not
 * @param problem JSON that says why it cannot take effect; null if it can
 * @param endedAt when it took effect, failed or was called off; null while it is to come
 * @param cancelledBy who called it off; null if nobody did
 */
record Schedule(
        UUID id,
        long position,
        RestaurantId restaurantId,
        ScheduledTime at,
        Instant dueAt,
        ScheduleState state,
        String author,
        Instant createdAt,
        String changes,
        @Nullable MenuVersion version,
        @Nullable String problem,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy) {

    /**
     * Reads the changes anew. Times in them were in the future when they were said, and count even
     * if they have passed.
     *
     * @throws carte.kit.problem.ProblemException if they do not hold by the rules of today
     */
    ItemChanges itemChanges() {
        String body = "{\"changes\":" + changes + "}";
        return ItemChanges.read(body.getBytes(StandardCharsets.UTF_8), Instant.MIN);
    }

    Schedule cancelled(String by, Instant now) {
        return new Schedule(id, position, restaurantId, at, dueAt, ScheduleState.CANCELLED,
                author, createdAt, changes, version, problem, now, by);
    }
}
