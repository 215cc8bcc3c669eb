package carte.menu.writing;

import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.menu.http.RestaurantPath;
import carte.menu.shard.Shards;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Menus as the primaries have them, for admins: the newest versions, and earlier ones. */
@Component
public class StoredMenus {

    private final Shards shards;
    private final MenuRows menus;

    StoredMenus(Shards shards, DatabaseClient database) {
        this.shards = shards;
        this.menus = new MenuRows(database);
    }

    /** Returns the newest version; 404 for an unknown restaurant, 503 where its shard is away. */
    public Mono<PublishedMenu> newest(RestaurantId id) {
        return Mono.justOrEmpty(shards.of(id))
                .flatMap(shard -> shards.in(shard, menus.newest(id)))
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(id)));
    }

    /** Returns a version from the history; empty if there is no such version or restaurant. */
    public Mono<PublishedMenu> version(RestaurantId id, MenuVersion version) {
        return Mono.justOrEmpty(shards.of(id))
                .flatMap(shard -> shards.in(shard, menus.version(id, version)));
    }
}
