package carte.menu.writing;

import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.menu.http.IdempotencyKey;
import carte.menu.http.IfMatch;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a menu to become.
 *
 * @param condition which versions may be changed
 * @param key under which the same request may be sent again; null if it may not
 * @param author whom the history names
 * @param edit gives the new menu, whose version and time do not count, or throws a refusal; it is
 *     pure, because it may run more than once
 */
public record MenuChange(
        RestaurantId restaurantId,
        IfMatch condition,
        @Nullable IdempotencyKey key,
        ChangeKind kind,
        String author,
        UnaryOperator<MenuDocument> edit) {

    /**
     * Returns the version that this change makes after {@code current}, or nothing if it changes
     * nothing.
     *
     * @throws ProblemException if it is refused
     */
    public Optional<PublishedMenu> after(PublishedMenu current, Instant now) {
        return next(current, now).map(NextVersion::menu);
    }

    /** Returns the same with what is kept beside it. */
    Optional<NextVersion> next(PublishedMenu current, Instant now) {
        condition.check(current.version());
        return NextVersion.of(current, edit, now);
    }
}
