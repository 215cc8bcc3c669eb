package carte.menu.restaurant;

import carte.contracts.menu.RestaurantId;
import carte.menu.shard.Shards;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pages of restaurants across shards, in the order of their ids, so that pages neither repeat nor
 * skip a restaurant whatever is added between them.
 */
@Component
class RestaurantList {

    private static final Comparator<Restaurant> BY_ID = Comparator
            .comparing(restaurant -> restaurant.details().id());

    /** How many are looked at in one go where most may be closed. */
    private static final int OPEN_BATCH = 200;

    /** A page ends after so many goes even if it is not full: each request does bounded work. */
    private static final int MOST_BATCHES = 5;

    private final Shards shards;
    private final RestaurantRows rows;
    private final Clock clock;

    RestaurantList(Shards shards, DatabaseClient database, Clock clock) {
        this.shards = shards;
        this.rows = new RestaurantRows(database);
        this.clock = clock;
    }

    Mono<RestaurantPage> page(RestaurantQuery query) {
        Cursor after = query.after();
        return collect(query, after == null ? null : after.last(), List.of(), 1, clock.instant());
    }

    /** Returns those of these ids that there are, in their order; each shard is asked once. */
    Mono<RestaurantPage> of(List<RestaurantId> ids) {
        Map<String, List<RestaurantId>> byShard = new TreeMap<>();
        ids.forEach(id -> shards.of(id).ifPresent(shard -> byShard
                .computeIfAbsent(shard, _ -> new ArrayList<>()).add(id)));
        return Flux.fromIterable(byShard.entrySet())
                .flatMap(shard -> shards.in(shard.getKey(), rows.find(shard.getValue())))
                .flatMapIterable(list -> list)
                .collectMap(restaurant -> restaurant.details().id())
                .map(found -> new RestaurantPage(
                        ids.stream().map(found::get).filter(Objects::nonNull).toList(), null));
    }

    private Mono<RestaurantPage> collect(RestaurantQuery query, @Nullable RestaurantId after,
            List<Restaurant> found, int round, Instant now) {
        int most = query.openNow() ? OPEN_BATCH : query.limit() + 1;
        return batch(query, after, most).flatMap(batch -> {
            List<Restaurant> all = new ArrayList<>(found);
            batch.stream()
                    .filter(restaurant -> !query.openNow() || restaurant.isOpen(now))
                    .forEach(all::add);
            if (all.size() > query.limit()) {
                List<Restaurant> items = all.subList(0, query.limit());
                return Mono.just(new RestaurantPage(items, cursorAt(items)));
            }
            if (batch.size() < most) {
                return Mono.just(new RestaurantPage(all, null));
            }
            if (round == MOST_BATCHES) {
                return Mono.just(new RestaurantPage(all, cursorAt(batch)));
            }
            return collect(query, cursorAt(batch).last(), all, round + 1, now);
        });
    }

    /** Each shard gives its first so many; the first so many of all are among them. */
    private Mono<List<Restaurant>> batch(
            RestaurantQuery query, @Nullable RestaurantId after, int most) {
        return Flux.fromIterable(shardsOf(query))
                .flatMap(shard -> shards.in(shard, rows.list(query, after, most)))
                .flatMapIterable(list -> list)
                .sort(BY_ID)
                .take(most)
                .collectList();
    }

    private List<String> shardsOf(RestaurantQuery query) {
        String country = query.country();
        return country == null
                ? shards.names()
                : shards.map().ofCountry(country).stream().toList();
    }

    private static Cursor cursorAt(List<Restaurant> restaurants) {
        return new Cursor(restaurants.getLast().details().id());
    }
}
