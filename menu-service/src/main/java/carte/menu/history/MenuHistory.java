package carte.menu.history;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.http.RestaurantPath;
import carte.menu.shard.Shards;
import carte.menu.writing.StoredMenus;
import carte.menu.writing.PublishedMenu;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The versions of menus, from the shard that owns the restaurant. */
@Component
class MenuHistory {

    private final Shards shards;
    private final StoredMenus menus;
    private final HistoryRows rows;

    MenuHistory(Shards shards, StoredMenus menus, DatabaseClient database) {
        this.shards = shards;
        this.menus = menus;
        this.rows = new HistoryRows(database);
    }

    /** Returns the newest versions, or those after a cursor; 404 for an unknown restaurant. */
    Mono<HistoryPage> page(RestaurantId id, int limit, @Nullable VersionCursor after) {
        long before = after == null ? Long.MAX_VALUE : after.last().number();
        // Every restaurant has version 1, and no cursor leaves it out.
        return in(id, rows.list(id, before, limit + 1))
                .filter(entries -> !entries.isEmpty())
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(id)))
                .map((List<HistoryPage.Entry> entries) -> HistoryPage.of(entries, limit));
    }

    /** Returns a version; 404 that says whether the restaurant or only the version is unknown. */
    Mono<PublishedMenu> version(RestaurantId id, MenuVersion version) {
        return menus.version(id, version)
                .switchIfEmpty(Mono.defer(() -> page(id, 1, null)
                        .map(newest -> newest.items().getFirst().version())
                        .flatMap(newest -> Mono.error(notFound(id, version, newest)))));
    }

    /** Returns the newest version; 404 for an unknown restaurant. */
    Mono<PublishedMenu> newest(RestaurantId id) {
        return menus.newest(id);
    }

    private <T> Mono<T> in(RestaurantId id, Mono<T> work) {
        return Mono.justOrEmpty(shards.of(id)).flatMap(shard -> shards.in(shard, work));
    }

    private static ProblemException notFound(
            RestaurantId id, MenuVersion version, MenuVersion newest) {
        return ProblemException.of(ProblemType.VERSION_NOT_FOUND, "the menu of " + id
                + " has no version " + version + "; its versions are 1 to " + newest);
    }
}
