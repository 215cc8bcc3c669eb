package carte.order.menus;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.load.SingleFlight;
import carte.kit.postgres.PostgresOutage;
import carte.order.pricing.PriceList;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The menus that orders were priced by lately, as price lists; a version never changes. */
@Component
final class PriceLists {

    private final MenuCopies copies;
    private final Cache<Key, Sized> lists;
    private final SingleFlight<Key, PriceList> loads = new SingleFlight<>(this::load);

    PriceLists(MenuCopies copies, PriceListSettings settings) {
        this.copies = copies;
        this.lists = Caffeine.newBuilder()
                .maximumWeight(settings.mostJson().toBytes())
                .weigher((Key _, Sized list) -> list.jsonBytes())
                .build();
    }

    private record Key(RestaurantId id, MenuVersion version) {}

    private record Sized(PriceList prices, int jsonBytes) {}

    /** Returns the price list of a version that the copy holds, or of a later one. */
    Mono<PriceList> find(RestaurantId id, MenuVersion version) {
        Key key = new Key(id, version);
        Sized known = lists.getIfPresent(key);
        return known == null ? loads.get(key) : Mono.just(known.prices());
    }

    /** A large menu takes too long to read for a thread that all connections share. */
    private Mono<PriceList> load(Key key) {
        return PostgresOutage.guard(copies.document(key.id()))
                .publishOn(Schedulers.boundedElastic())
                .map(stored -> read(key.id(), stored));
    }

    private PriceList read(RestaurantId id, StoredMenu stored) {
        MenuJson json = stored.document().expand();
        PriceList prices = new PriceList(json.parse());
        lists.put(new Key(id, stored.version()), new Sized(prices, json.utf8().length));
        return prices;
    }
}
