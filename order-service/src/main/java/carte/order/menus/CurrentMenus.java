package carte.order.menus;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.load.SingleFlight;
import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemException;
import carte.order.menuservice.MenuService;
import carte.order.pricing.PriceList;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the menu to price an order by: the newest here, and never older than what was seen. */
@Component
public final class CurrentMenus {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MenuCopies copies;
    private final PriceLists prices;
    private final MenuSettings settings;
    private final MenuService owner;
    private final SingleFlight<Wanted, Boolean> fetches = new SingleFlight<>(this::fetch);

    CurrentMenus(
            MenuCopies copies, PriceLists prices, MenuSettings settings, MenuService owner) {
        this.copies = copies;
        this.prices = prices;
        this.settings = settings;
        this.owner = owner;
    }

    private record Wanted(RestaurantId id, MenuVersion least) {}

    /**
     * Returns the newest menu of a restaurant; a copy that is missing or behind catches up, from
     * menu-service or by an event, whichever is sooner.
     *
     * @throws ProblemException through the result: {@code restaurant-not-found}, {@code
     *     version-not-visible} where the version that was seen has not come in time, {@code
     *     unavailable} where the newest version is known and its document has not come
     */
    public Mono<PriceList> find(RestaurantId id, MenuVersion seen) {
        return copies.find(id)
                .defaultIfEmpty(MenuCopy.NONE)
                .flatMap(copy -> copy.serves(seen) ? Mono.just(copy) : caughtUp(id, copy, seen))
                .flatMap(copy -> prices.find(id, copy.documentVersion()));
    }

    /** Tells whether there is such a restaurant, as far as is known here. */
    public Mono<Boolean> knows(RestaurantId id) {
        return copies.find(id).hasElement();
    }

    private Mono<MenuCopy> caughtUp(RestaurantId id, MenuCopy copy, MenuVersion seen) {
        Mono<MenuCopy> serving = copies.find(id).filter(now -> now.serves(seen));
        Mono<MenuCopy> asked = fetches.get(new Wanted(id, copy.leastFor(seen))).then(serving);
        if (copy.isNone()) {
            // Whether there is such a restaurant only its owner knows.
            return asked.switchIfEmpty(Mono.error(() -> refusal(id, copy, seen)));
        }
        Mono<MenuCopy> arrived = serving.repeatWhenEmpty(rounds -> rounds
                .take(settings.polls())
                .delayElements(settings.pollInterval()));
        return Mono.firstWithValue(asked, arrived)
                .onErrorMap(NoSuchElementException.class, _ -> refusal(id, copy, seen));
    }

    private Mono<Boolean> fetch(Wanted wanted) {
        return owner.menu(wanted.id(), wanted.least())
                .flatMap(menu -> PostgresOutage.guard(
                        copies.apply(wanted.id(), menu.version(), menu.document())));
    }

    private static ProblemException refusal(RestaurantId id, MenuCopy copy, MenuVersion seen) {
        return copy.newest().isOlderThan(seen)
                ? ProblemException.versionNotVisible(
                        "version " + seen + " of the menu has not arrived here yet", RETRY_AFTER)
                : ProblemException.unavailable("version " + copy.newest() + " of the menu of " + id
                        + " is known here, but not yet what it says", RETRY_AFTER, null);
    }
}
