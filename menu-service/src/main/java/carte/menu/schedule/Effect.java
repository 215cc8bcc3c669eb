package carte.menu.schedule;

import carte.contracts.menu.MenuVersion;
import java.time.Duration;

/** What became of one piece of due work. */
sealed interface Effect {

    /** A scheduled change took effect as a version, so long after its time. */
    record Applied(Schedule schedule, MenuVersion version, Duration lateness) implements Effect {}

    /** A scheduled change did not fit the menu. */
    record Failed(Schedule schedule, String why) implements Effect {}

    /** Items returned to sale as a version, so long after their time. */
    record Restored(MenuVersion version, Duration lateness) implements Effect {}

    /** Another instance had done it, or it was called off. */
    record Nothing() implements Effect {}
}
