package carte.order.restaurants;

import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import reactor.core.publisher.Mono;

/** The copies of all restaurants; none ever goes back to an older revision. */
interface RestaurantCopies {

    /** Returns when a restaurant is open, or nothing if it is unknown. */
    Mono<OpeningHours> find(RestaurantId id);

    /**
     * Takes over a revision, in any order and any number of times.
     *
     * @return whether it was news
     */
    Mono<Boolean> apply(RestaurantId id, long revision, OpeningHours hours);
}
