package carte.order.restaurants;

import carte.contracts.menu.RestaurantId;
import carte.contracts.restaurant.OpeningHours;
import carte.kit.load.SingleFlight;
import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.order.menuservice.MenuService;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds when a restaurant is open: by its copy, which its owner is asked about once in a while, for
 * events may be late. Where the owner does not answer the copy holds; without one nothing does.
 */
@Component
public final class CurrentRestaurants {

    /** How long an order waits to hear whether a copy is still right. */
    private static final Duration LONGEST_CHECK = Duration.ofMillis(500);

    private final RestaurantCopies copies;
    private final MenuService owner;
    private final RecentChecks checks;
    private final SingleFlight<RestaurantId, Boolean> fetches = new SingleFlight<>(this::fetch);

    CurrentRestaurants(RestaurantCopies copies, MenuService owner, RecentChecks checks) {
        this.copies = copies;
        this.owner = owner;
        this.checks = checks;
    }

    /**
     * Returns when a restaurant is open.
     *
     * @throws ProblemException through the result: {@code restaurant-not-found}, {@code
     *     unavailable} where nobody can be asked
     */
    public Mono<OpeningHours> find(RestaurantId id) {
        // Read again: an event may have brought a later revision than the one that was fetched.
        return copies.find(id)
                .flatMap(copy -> checks.has(id)
                        ? Mono.just(copy)
                        : checked(id).then(copies.find(id)))
                .switchIfEmpty(Mono.defer(() -> fetches.get(id).then(copies.find(id))));
    }

    /** Waits for a shorter time than where there is no copy, and that once in each bound. */
    private Mono<Boolean> checked(RestaurantId id) {
        return Mono.defer(() -> {
            long begin = checks.begin();
            return fetches.get(id)
                    .timeout(LONGEST_CHECK)
                    .doOnError(_ -> checks.end(id, begin))
                    .onErrorResume(e -> !isNotFound(e), _ -> Mono.empty());
        });
    }

    private Mono<Boolean> fetch(RestaurantId id) {
        long begin = checks.begin();
        // A silent database would hold up all who ask after this one.
        return owner.restaurant(id)
                .flatMap(told -> PostgresOutage.guard(
                        copies.apply(id, told.revision(), told.hours())))
                .doOnSuccess(_ -> checks.end(id, begin));
    }

    private static boolean isNotFound(Throwable error) {
        return error instanceof ProblemException problem
                && problem.problem().kind() == ProblemType.RESTAURANT_NOT_FOUND;
    }
}
