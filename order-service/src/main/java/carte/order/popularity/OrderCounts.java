package carte.order.popularity;

import carte.contracts.event.OrderChanged;
import reactor.core.publisher.Mono;

/** The figures of all restaurants; each order counts once. */
interface OrderCounts {

    /**
     * Takes over what an event tells, in any order and any number of times.
     *
     * @return whether the event was news
     */
    Mono<Boolean> apply(OrderChanged event);
}
