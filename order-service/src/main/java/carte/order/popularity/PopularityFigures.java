package carte.order.popularity;

import java.time.Instant;
import java.util.List;

/**
 * Figures, and when they were the newest.
 *
 * @param asOf by the clock of the primary database: whatever was counted before it is in them
 * @param ageMillis how long ago that was when the answer was made, rounded up
 */
record PopularityFigures(Instant asOf, long ageMillis, List<Popularity> items) {

    /** Copies the list. */
    PopularityFigures {
        items = List.copyOf(items);
    }
}
