package carte.gateway.page;

import carte.contracts.cache.DatabaseClock.Moment;
import carte.contracts.cache.Freshness;
import carte.contracts.menu.RestaurantId;
import carte.gateway.proxy.WholeAnswer;
import carte.gateway.route.Service;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Asks the order-service how much is ordered where, and keeps what it says while that is young. */
final class PopularityReads {

    private static final String PATH = "/api/v1/popularity";
    private static final long MOST_RESTAURANTS = 10_000;
    private static final long MOST_COUNTRIES = 700;

    private final Function<String, Mono<WholeAnswer>> service;
    private final Duration patience;
    private final Supplier<Moment> clock;
    private final Recent<String, Popularities> restaurants;
    private final Recent<String, Popularities> rankings;

    /** Takes what reads a target from the order-service. */
    PopularityReads(
            Function<String, Mono<WholeAnswer>> service,
            Freshness freshness,
            PageSettings settings,
            Supplier<Moment> clock) {
        this.service = service;
        this.patience = settings.popularity();
        this.clock = clock;
        this.restaurants = new Recent<>(id -> load("?ids=" + id), Recent.Lasting.always(),
                freshness.withoutStale(), clock, MOST_RESTAURANTS);
        this.rankings = new Recent<>(country -> load("?country=" + country),
                Recent.Lasting.always(), freshness, clock, MOST_COUNTRIES);
    }

    /** Returns the figures of one restaurant. */
    Mono<Popularity> of(RestaurantId id) {
        return restaurants.get(id.value(), patience).map(given -> given.value().of(id.value())
                .orElseThrow(() -> ProblemException.of(ProblemType.BAD_GATEWAY,
                        Service.ORDER.title() + " says nothing of " + id)));
    }

    /** Returns the figures of several by their ids, up to 100 of them, by one call at most. */
    Mono<Map<String, Popularity>> of(List<String> ids) {
        return Mono.defer(() -> {
            Map<String, Popularity> figures = new HashMap<>();
            ids.forEach(id -> restaurants.fresh(id).flatMap(kept -> kept.of(id))
                    .ifPresent(figure -> figures.put(id, figure)));
            List<String> others = ids.stream().filter(id -> !figures.containsKey(id)).toList();
            return others.isEmpty()
                    ? Mono.just(figures)
                    : load("?ids=" + String.join(",", others))
                            .timeout(patience)
                            .map(known -> {
                                keep(known);
                                figures.putAll(known.value().byId());
                                return figures;
                            });
        });
    }

    private void keep(Known<Popularities> known) {
        Popularities all = known.value();
        all.items().forEach(figure -> restaurants.keep(figure.restaurantId(),
                new Known<>(new Popularities(all.asOf(), all.ageMillis(), List.of(figure)),
                        known.asked(), known.before())));
    }

    /** Returns the figures of a country's most popular restaurants, the first one first. */
    Mono<Given<Popularities>> ranking(String country) {
        return rankings.get(country, patience);
    }

    private Mono<Known<Popularities>> load(String query) {
        return Mono.defer(() -> {
            Moment asked = clock.get();
            return service.apply(PATH + query)
                    .map(answer -> ServiceJson.read(
                            Service.ORDER.title(), answer, Popularities.class))
                    .map(read -> new Known<>(read, asked, Duration.ofMillis(read.ageMillis())));
        });
    }
}
