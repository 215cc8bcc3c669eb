package carte.gateway.site.customer;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.gateway.site.PublicApi;
import carte.gateway.site.Visit;
import carte.gateway.site.customer.DishIndex.Dish;
import carte.kit.load.SingleFlight;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
    private static final int MOST_INDEXES = 20;
    private static final int MOST_RESTAURANTS = 100;
    private static final int MOST_DISHES_OF_ONE = 400;
    private static final int AT_ONCE = 8;
    private static final int MOST_FOUND = 24;

    private final PublicApi api;
    private final CountryGuides guides;
    private final Cache<Key, DishIndex> kept = Caffeine.newBuilder()
            .maximumSize(MOST_INDEXES)
            .expireAfterWrite(KEPT)
            .build();
    private final SingleFlight<Key, DishIndex> loads = new SingleFlight<>(this::load);

    private record Key(String country, Locale language) {}

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
        DishIndex known = kept.getIfPresent(key);
        return (known == null ? loads.get(key) : Mono.just(known))
                .map(index -> index.find(search.text(), search.city(), MOST_FOUND));
    }

    private Mono<DishIndex> load(Key key) {
        Visit visit = new Visit(Optional.empty(), key.language());
        return guides.of(key.country())
                .flatMapMany(guide -> Flux.fromIterable(guide.restaurants()))
                .take(MOST_RESTAURANTS)
                .flatMapSequential(restaurant -> dishes(restaurant, visit), AT_ONCE)
                .collectList()
                .map(DishIndex::new)
                .doOnNext(index -> kept.put(key, index));
    }

    private Flux<Dish> dishes(CountryGuide.Entry restaurant, Visit visit) {
        return api.get("/api/v1/restaurants/" + restaurant.id() + "/menu", visit)
                .flatMapMany(answer -> answer.isGood()
                        ? Flux.fromStream(() -> DishIndex.of(
                                ContractJson.mapper().treeToValue(
                                        answer.body(), MenuDocument.class),
                                restaurant, MOST_DISHES_OF_ONE))
                        : Flux.empty());
    }
}
