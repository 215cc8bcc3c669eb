package carte.gateway.page;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.gateway.edge.MenuPart;
import carte.gateway.edge.MenuParts;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fetches the parts of a page side by side. Each has a deadline of its own, so the page takes as
 * long as its slowest part, and no part longer than it may.
 */
final class PageReads {

    private final MenuParts menus;
    private final Function<RestaurantId, Mono<ObjectNode>> restaurants;
    private final Function<RestaurantId, Mono<Popularity>> popularities;
    private final PageSettings settings;

    /** Takes what fetches each part. */
    PageReads(
            MenuParts menus,
            Function<RestaurantId, Mono<ObjectNode>> restaurants,
            Function<RestaurantId, Mono<Popularity>> popularities,
            PageSettings settings) {
        this.menus = menus;
        this.restaurants = restaurants;
        this.popularities = popularities;
        this.settings = settings;
    }

    /**
     * Returns the parts, whatever has become of them.
     *
     * @param least {@link MenuVersion#NONE} for any version; whoever asks for one waits for the
     * menu as long as a reader of it alone, who also waits until it is there
     * @param acceptLanguage the values of the header
     */
    Mono<PageParts> read(RestaurantId id, MenuVersion least, List<String> acceptLanguage) {
        Mono<MenuPart.Document> menu = menus.read(id.value(), least, acceptLanguage)
                .flatMap(PageReads::menu);
        return Mono.zip(
                Part.within(settings.restaurant(), restaurants.apply(id)),
                least.equals(MenuVersion.NONE)
                        ? Part.within(settings.menu(), menu)
                        : Part.of(menu),
                Part.within(settings.popularity(), popularities.apply(id)))
                .map(all -> new PageParts(all.getT1(), all.getT2(), all.getT3()));
    }

    private static Mono<MenuPart.Document> menu(MenuPart part) {
        return switch (part) {
            case MenuPart.Document menu -> Mono.just(menu);
            case MenuPart.Other other when other.answer().status() == 404 -> Mono.empty();
            case MenuPart.Other other -> Mono.error(new Refused(other.answer()));
        };
    }
}
