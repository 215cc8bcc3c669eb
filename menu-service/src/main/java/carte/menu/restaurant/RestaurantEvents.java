package carte.menu.restaurant;

import carte.contracts.event.RestaurantChanged;
import carte.contracts.event.RestaurantEventCodec;
import carte.contracts.menu.RestaurantId;
import carte.kit.outbox.Outbox;
import carte.menu.shard.Shards;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells others what a restaurant has become. */
@Component
class RestaurantEvents {

    private final Shards shards;
    private final Outbox outbox;

    RestaurantEvents(Shards shards, DatabaseClient database) {
        this.shards = shards;
        this.outbox = new Outbox(database);
    }

    /** Adds the event to the transaction around this call. */
    Mono<Void> announce(Restaurant restaurant, Instant changedAt) {
        return Mono.defer(() -> {
            RestaurantId id = restaurant.details().id();
            return outbox.append(RestaurantEventCodec.encode(new RestaurantChanged(id,
                    restaurant.revision(), shards.of(id).orElseThrow(), changedAt,
                    restaurant.openingHours())));
        });
    }
}
