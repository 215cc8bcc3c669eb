package carte.menu.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a restaurant's schedules.
 *
 * @param next where the rest begins; null if there is none
 */
record SchedulePage(List<Schedule> items, @Nullable ScheduleCursor next) {}
