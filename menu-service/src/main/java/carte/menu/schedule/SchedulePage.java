package carte.menu.schedule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a restaurant's schedules.
 *
 * @param next where the rest begins; null if there is none
 */
record SchedulePage(List<Schedule> items, @Nullable ScheduleCursor next) {

    /** Returns a page after whose last item there is more, or not. */
    static SchedulePage of(List<Schedule> items, boolean more) {
        if (!more) {
            return new SchedulePage(items, null);
        }
        return new SchedulePage(items,
                items.isEmpty() ? ScheduleCursor.START : ScheduleCursor.at(items.getLast()));
    }

    /** Returns this page with what follows it. */
    SchedulePage followedBy(SchedulePage rest) {
        List<Schedule> all = new ArrayList<>(items);
        all.addAll(rest.items());
        return of(all, rest.next() != null);
    }
}
