package carte.order.menus;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.load.SingleFlight;
import carte.kit.postgres.PostgresOutage;
import carte.kit.problem.ProblemException;
import carte.order.menuservice.MenuService;
import carte.order.menuservice.NoSuchVersion;
import carte.order.pricing.PriceList;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Finds the menu to price an order by: the copy here while it is known to be the newest within the
 * bound, else what its owner says; never older than what was seen.
 */
@Component
public final class CurrentMenus {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int MOST_QUESTIONS = 3;

    private final MenuCopies copies;
    private final PriceLists prices;
    private final MenuSettings settings;
    private final MenuService owner;
    private final Trust trust;
    private final SingleFlight<Wanted, Void> fetches = new SingleFlight<>(this::fetch);

    CurrentMenus(MenuCopies copies, PriceLists prices, MenuSettings settings, MenuService owner,
            Trust trust) {
        this.copies = copies;
        this.prices = prices;
        this.settings = settings;
        this.owner = owner;
        this.trust = trust;
    }

    private record Wanted(RestaurantId id, MenuVersion least, MenuVersion held) {}

    /**
     * Returns the newest menu of a restaurant; a copy that is missing or behind catches up, from
     * menu-service or by an event, whichever is sooner. Whether one is still the newest, where that
     * is not known, menu-service is asked.
     *
     * @throws ProblemException through the result: {@code restaurant-not-found}, {@code
     *     version-not-visible} where the version that was seen has not come in time, {@code
     *     unavailable} where the newest version is known and its document has not come, or where
     *     nobody says which one is the newest
     * @throws NoSuchVersion through the result, where nobody can have seen that version
     */
    public Mono<PriceList> find(RestaurantId id, MenuVersion seen) {
        return copies.find(id)
                .defaultIfEmpty(MenuCopy.NONE)
                .flatMap(copy -> mayPrice(copy, seen) ? Mono.just(copy) : caughtUp(id, copy, seen))
                .flatMap(copy -> prices.find(id, copy.documentVersion()));
    }

    /** Tells whether there is such a restaurant, as far as is known here. */
    public Mono<Boolean> knows(RestaurantId id) {
        return copies.find(id).hasElement();
    }

    private boolean mayPrice(MenuCopy copy, MenuVersion seen) {
        return copy.serves(seen) && trust.isEarnedBy(copy);
    }

    private Mono<MenuCopy> caughtUp(RestaurantId id, MenuCopy copy, MenuVersion seen) {
        Mono<MenuCopy> serving = copies.find(id).filter(now -> mayPrice(now, seen));
        Mono<MenuCopy> asked = fetches
                .get(new Wanted(id, copy.leastFor(seen), copy.documentVersion()))
                .then(serving)
                // An answer that was nearly as old as may be has grown too old on its way.
                .repeatWhenEmpty(again -> again.take(MOST_QUESTIONS - 1))
                .onErrorResume(NoSuchVersion.class, denied -> unlessToldOf(id, seen, denied));
        if (copy.isNone() || copy.serves(seen)) {
            // Whether there is such a restaurant, or a newer menu, only its owner knows.
            return asked.switchIfEmpty(Mono.error(() -> refusal(id, copy, seen)));
        }
        Mono<MenuCopy> arrived = serving.repeatWhenEmpty(rounds -> rounds
                .take(settings.polls())
                .delayElements(settings.pollInterval()));
        return Mono.firstWithValue(asked, arrived)
                .onErrorMap(NoSuchElementException.class, neither -> denialIn(neither)
                        .orElseGet(() -> refusal(id, copy, seen)));
    }

    /** What events have told of by now is there, whatever its owner says. */
    private Mono<MenuCopy> unlessToldOf(RestaurantId id, MenuVersion seen, NoSuchVersion denied) {
        return copies.find(id)
                .defaultIfEmpty(MenuCopy.NONE)
                .flatMap(now -> Mono.error(() -> now.newest().isOlderThan(seen)
                        ? denied
                        : refusal(id, now, seen)));
    }

    private static Optional<Throwable> denialIn(NoSuchElementException neither) {
        return Exceptions.unwrapMultiple(neither.getCause()).stream()
                .filter(NoSuchVersion.class::isInstance)
                .findFirst();
    }

    private Mono<Void> fetch(Wanted wanted) {
        return owner.menu(wanted.id(), wanted.least(), wanted.held())
                .flatMap(menu -> PostgresOutage.guard(takeOver(wanted.id(), menu)));
    }

    /** Vouches for a copy only once it is written. */
    private Mono<Void> takeOver(RestaurantId id, MenuService.OwnersMenu menu) {
        Mono<Void> vouched = copies.vouch(id, menu.shard(), menu.asOf());
        return menu.document() == null
                ? vouched
                : copies.apply(id, menu.version(), menu.shard(), menu.document()).then(vouched);
    }

    private static ProblemException refusal(RestaurantId id, MenuCopy copy, MenuVersion seen) {
        if (copy.serves(seen)) {
            return ProblemException.unavailable("nobody can tell at the moment whether version "
                    + copy.newest() + " of the menu of " + id + " is the newest", RETRY_AFTER,
                    null);
        }
        return copy.newest().isOlderThan(seen)
                ? ProblemException.versionNotVisible(
                        "version " + seen + " of the menu has not arrived here yet", RETRY_AFTER)
                : ProblemException.unavailable("version " + copy.newest() + " of the menu of " + id
                        + " is known here, but not yet what it says", RETRY_AFTER, null);
    }
}
