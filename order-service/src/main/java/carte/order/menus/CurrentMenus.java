package carte.order.menus;

import carte.contracts.menu.CompressedMenu;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the menu to price an order by: the newest here, and never older than what was seen. */
@Component
public final class CurrentMenus {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MenuCopies copies;
    private final MenuSettings settings;

    CurrentMenus(MenuCopies copies, MenuSettings settings) {
        this.copies = copies;
        this.settings = settings;
    }

    /**
     * Returns the newest menu of a restaurant; a version that was seen and is not here yet is
     * waited for, without blocking.
     *
     * @throws ProblemException through the result: {@code restaurant-not-found}, {@code
     *     version-not-visible} after the wait, {@code unavailable} where the newest version is
     *     known and its document is not here
     */
    public Mono<MenuDocument> find(RestaurantId id, MenuVersion seen) {
        return copies.find(id)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .filter(copy -> !copy.newest().isOlderThan(seen))
                .repeatWhenEmpty(rounds -> rounds
                        .take(settings.polls())
                        .delayElements(settings.pollInterval()))
                .switchIfEmpty(Mono.error(() -> notVisible(seen)))
                .map(copy -> documentOf(copy, id));
    }

    /** Tells whether there is such a restaurant, as far as is known here. */
    public Mono<Boolean> knows(RestaurantId id) {
        return copies.find(id).hasElement();
    }

    private static MenuDocument documentOf(MenuCopy copy, RestaurantId id) {
        CompressedMenu document = copy.document();
        if (document == null || copy.isBehind()) {
            throw ProblemException.unavailable("version " + copy.newest() + " of the menu of " + id
                    + " is known here, but not yet what it says", RETRY_AFTER, null);
        }
        return document.expand().parse();
    }

    private static ProblemException notFound(RestaurantId id) {
        return ProblemException.of(
                ProblemType.RESTAURANT_NOT_FOUND, "there is no restaurant " + id);
    }

    private static ProblemException notVisible(MenuVersion seen) {
        return ProblemException.versionNotVisible(
                "version " + seen + " of the menu has not arrived here yet", RETRY_AFTER);
    }
}
