package carte.order.menus;

import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.order.pricing.PriceList;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The menus that orders were priced by lately, as price lists; a version never changes. */
@Component
final class PriceLists {

    /** Of JSON; what is made of it takes some times as much. */
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final MenuCopies copies;
    private final Cache<Key, Sized> lists = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, Sized list) -> list.jsonBytes())
            .build();

    PriceLists(MenuCopies copies) {
        this.copies = copies;
    }

    private record Key(RestaurantId id, MenuVersion version) {}

    private record Sized(PriceList prices, int jsonBytes) {}

    /** Returns the price list of a version that the copy holds, or of a later one. */
    Mono<PriceList> find(RestaurantId id, MenuVersion version) {
        Sized known = lists.getIfPresent(new Key(id, version));
        return known == null
                ? copies.document(id).map(stored -> read(id, stored))
                : Mono.just(known.prices());
    }

    private PriceList read(RestaurantId id, StoredMenu stored) {
        return lists.get(new Key(id, stored.version()), _ -> {
            MenuJson json = stored.document().expand();
            return new Sized(new PriceList(json.parse()), json.utf8().length);
        }).prices();
    }
}
