package carte.gateway.site.customer;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.gateway.site.PublicApi;
import carte.gateway.site.Visit;
import carte.gateway.site.customer.DishIndex.Dish;
import carte.kit.load.SingleFlight;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds dishes by their names. The API finds restaurants; so the menus of a country's restaurants
 * are read, as many as can be in a moment, and their names are remembered for another. Prices are
 * not: the menu says them.
 */
final class DishSearch {

    private static final Duration KEPT = Duration.ofSeconds(60);
    /** What was not told may be told a moment later. */
    private static final Duration INCOMPLETE_KEPT = Duration.ofSeconds(3);
    private static final int MOST_INDEXES = 20;
    private static final int MOST_RESTAURANTS = 100;
    private static final int MOST_DISHES_OF_ONE = 400;
    private static final int AT_ONCE = 8;
    private static final int MOST_FOUND = 24;
    private static final int GONE = 404;

    private final PublicApi api;
    private final CountryGuides guides;
    private final Cache<Key, Known> kept = Caffeine.newBuilder()
            .maximumSize(MOST_INDEXES)
            .expireAfter(Expiry.<Key, Known>writing((_, known) -> known.complete()
                    ? KEPT
                    : INCOMPLETE_KEPT))
            .build();
    private final SingleFlight<Key, Known> loads = new SingleFlight<>(this::load);

    private record Key(String country, Locale language) {}

    /**
     * What is known of a country's dishes.
     *
     * @param complete whether every restaurant's menu was told
     */
    private record Known(DishIndex index, boolean complete) {}

    DishSearch(PublicApi api, CountryGuides guides) {
        this.api = api;
        this.guides = guides;
    }

    /** Returns what is found; nothing where nothing is looked for. */
    Mono<List<Dish>> find(Search search, Locale language) {
        if (!search.isForDishes()) {
            return Mono.just(List.of());
        }
        Key key = new Key(search.country(), language);
        Known known = kept.getIfPresent(key);
        return (known == null ? loads.get(key) : Mono.just(known))
                .map(found -> found.index().find(search.text(), search.city(), MOST_FOUND));
    }

    private Mono<Known> load(Key key) {
        Visit visit = new Visit(Optional.empty(), key.language());
        return guides.of(key.country())
                .flatMapMany(guide -> Flux.fromIterable(guide.restaurants()))
                .take(MOST_RESTAURANTS)
                .flatMapSequential(restaurant -> dishes(restaurant, visit), AT_ONCE)
                .collectList()
                .map(DishSearch::known)
                .doOnNext(known -> kept.put(key, known));
    }

    /** Returns what a restaurant has; nothing where that was not told. */
    private Mono<Optional<List<Dish>>> dishes(CountryGuide.Entry restaurant, Visit visit) {
        return api.get("/api/v1/restaurants/" + restaurant.id() + "/menu", visit)
                .map(answer -> {
                    if (answer.isGood()) {
                        return Optional.of(DishIndex.of(ContractJson.mapper().treeToValue(
                                answer.body(), MenuDocument.class),
                                restaurant, MOST_DISHES_OF_ONE).toList());
                    }
                    return answer.status() == GONE
                            ? Optional.of(List.<Dish>of())
                            : Optional.<List<Dish>>empty();
                });
    }

    /** A country without restaurants is one whose guide was not told. */
    private static Known known(List<Optional<List<Dish>>> menus) {
        return new Known(
                new DishIndex(menus.stream().flatMap(Optional::stream).flatMap(List::stream)
                        .toList()),
                !menus.isEmpty() && menus.stream().allMatch(Optional::isPresent));
    }
}
