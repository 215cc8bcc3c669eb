package carte.menu.schedule;

import java.time.Duration;

/** What became of one piece of due work. */
sealed interface Effect {

    /** A scheduled change took effect, so long after its time. */
    record Applied(Duration lateness) implements Effect {}

    /** A scheduled change did not fit the menu. */
    record Failed(Schedule schedule, String why) implements Effect {}

    /** Items returned to sale, so long after their time. */
    record Restored(Duration lateness) implements Effect {}

    /** Another instance had done it, or it was called off. */
    record Nothing() implements Effect {}
}
