package carte.gateway.edge;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuSighted;
import carte.gateway.log.MenuLogSubscriber;
import carte.kit.sighting.InstanceName;
import carte.kit.sighting.Sightings;
import java.time.Instant;

/** Tells which changes this gateway shows, once it does. */
final class SeenMenus implements MenuLogSubscriber {

    private final Sightings sightings;
    private final InstanceName instance;
    private final DatabaseClocks clocks;

    SeenMenus(Sightings sightings, InstanceName instance, DatabaseClocks clocks) {
        this.sightings = sightings;
        this.instance = instance;
        this.clocks = clocks;
    }

    @Override
    public void changed(MenuChanged change, Instant foundAt) {
        Instant now = clocks.of(change.shard()).likely();
        sightings.tell(new MenuSighted(
                change.restaurantId(),
                change.version(),
                change.shard(),
                change.publishedAt(),
                MenuSighted.Stage.GATEWAY_SEEN,
                instance.value(),
                // While the database's clock is not known, this machine's may be behind it.
                now.isBefore(foundAt) ? foundAt : now));
    }
}
