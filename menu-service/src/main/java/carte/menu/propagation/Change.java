package carte.menu.propagation;

import carte.contracts.event.MenuSighted;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import java.time.Instant;
import java.util.Comparator;

/** One version of one menu, ordered by the time at which it was made. */
record Change(Instant publishedAt, RestaurantId restaurantId, MenuVersion version)
        implements
            Comparable<Change> {

    private static final Comparator<Change> BY_AGE = Comparator.comparing(Change::publishedAt)
            .thenComparing(Change::restaurantId)
            .thenComparing(Change::version);

    static Change of(MenuSighted sighting) {
        return new Change(sighting.publishedAt(), sighting.restaurantId(), sighting.version());
    }

    @Override
    public int compareTo(Change other) {
        return BY_AGE.compare(this, other);
    }
}
