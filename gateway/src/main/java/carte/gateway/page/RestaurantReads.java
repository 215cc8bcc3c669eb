package carte.gateway.page;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.Freshness;
import carte.contracts.menu.RestaurantId;
import carte.gateway.proxy.WholeAnswer;
import carte.gateway.route.RouteTable;
import carte.gateway.route.Service;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Asks the menu-service for restaurants, and keeps them while that is young. */
final class RestaurantReads {

    private static final long MOST_RESTAURANTS = 5_000;
    private static final long MOST_BATCHES = 700;

    private final Function<String, Mono<WholeAnswer>> service;
    private final Duration patience;
    private final Supplier<Moment> clock;
    private final Recent<RestaurantId, Restaurants> restaurants;
    private final Recent<List<String>, Restaurants> batches;

    /** Takes what reads a target from the menu-service. */
    RestaurantReads(
            Function<String, Mono<WholeAnswer>> service,
            Freshness freshness,
            PageSettings settings,
            Supplier<Moment> clock) {
        this.service = service;
        this.patience = settings.restaurant();
        this.clock = clock;
        this.restaurants = new Recent<>(this::load, Restaurants::hold, freshness.withoutStale(),
                clock,
                MOST_RESTAURANTS);
        this.batches = new Recent<>(this::load, Restaurants::hold, freshness, clock,
                MOST_BATCHES);
    }

    /** Returns a restaurant as it is now; nothing if there is none. */
    Mono<ObjectNode> find(RestaurantId id) {
        return restaurants.get(id, patience)
                .flatMap(given -> Mono.justOrEmpty(given.value().items().stream().findFirst()));
    }

    /** Returns several in the order of their ids, by one call; those that there are. */
    Mono<Given<Restaurants>> find(List<String> ids) {
        return ids.isEmpty()
                ? Mono.just(new Given<>(new Restaurants(List.of()), true, null))
                : batches.get(ids, patience);
    }

    /** Has whoever comes from now on shown nothing that was asked for before. */
    void outdate() {
        restaurants.outdate();
        batches.outdate();
    }

    private Mono<Known<Restaurants>> load(RestaurantId id) {
        return ask(RouteTable.PAGE_TEMPLATE.replace("{id}", id.value()), answer -> new Restaurants(
                answer.status() == 404
                        ? List.of()
                        : List.of(read(answer))));
    }

    private Mono<Known<Restaurants>> load(List<String> ids) {
        return ask(RouteTable.LIST_TEMPLATE + "?ids=" + String.join(",", ids),
                answer -> Restaurants.of(read(answer)));
    }

    private Mono<Known<Restaurants>> ask(
            String target, Function<WholeAnswer, Restaurants> reader) {
        return Mono.defer(() -> {
            Moment asked = clock.get();
            // It is read after it is asked for, so it is true as of then at least.
            return service.apply(target)
                    .map(answer -> new Known<>(reader.apply(answer), asked, Duration.ZERO));
        });
    }

    private static ObjectNode read(WholeAnswer answer) {
        return ServiceJson.read(Service.MENU.title(), answer, ObjectNode.class);
    }
}
