package carte.gateway.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The order-service's figures of some restaurants, in an order that it chose.
 *
 * @param asOf by the clock of the order-service's database
 * @param ageMillis how old they were by that clock when they were sent
 */
record Popularities(Instant asOf, long ageMillis, List<Popularity> items) {

    /** Copies the list. */
    Popularities {
        items = List.copyOf(items);
    }

    List<String> ids() {
        return items.stream().map(Popularity::restaurantId).toList();
    }

    Map<String, Popularity> byId() {
        return items.stream().collect(Collectors.toMap(
                Popularity::restaurantId, Function.identity(), (first, _) -> first));
    }

    Optional<Popularity> of(String id) {
        return Optional.ofNullable(byId().get(id));
    }
}
