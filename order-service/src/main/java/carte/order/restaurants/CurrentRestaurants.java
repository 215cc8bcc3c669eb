package carte.order.restaurants;

import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import carte.kit.load.SingleFlight;
import carte.order.menuservice.MenuService;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds when a restaurant is open: by its copy, or where there is none yet, by its owner. */
@Component
public final class CurrentRestaurants {

    private final RestaurantCopies copies;
    private final MenuService owner;
    private final SingleFlight<RestaurantId, Boolean> fetches = new SingleFlight<>(this::fetch);

    CurrentRestaurants(RestaurantCopies copies, MenuService owner) {
        this.copies = copies;
        this.owner = owner;
    }

    /**
     * Returns when a restaurant is open.
     *
     * @throws carte.kit.problem.ProblemException through the result:
     *     {@code restaurant-not-found}, {@code unavailable} where nobody can be asked
     */
    public Mono<OpeningHours> find(RestaurantId id) {
        // Read again: an event may have brought a later revision than the one that was fetched.
        return copies.find(id)
                .switchIfEmpty(Mono.defer(() -> fetches.get(id).then(copies.find(id))));
    }

    private Mono<Boolean> fetch(RestaurantId id) {
        return owner.restaurant(id)
                .flatMap(told -> copies.apply(id, told.revision(), told.hours()));
    }
}
