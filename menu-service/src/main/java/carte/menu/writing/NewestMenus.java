package carte.menu.writing;

import carte.contracts.menu.RestaurantId;
import carte.menu.http.RestaurantPath;
import carte.menu.shard.Shards;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The newest versions of menus as the primaries have them, for admins who are about to write. */
@Component
public class NewestMenus {

    private final Shards shards;
    private final MenuRows menus;

    NewestMenus(Shards shards, DatabaseClient database) {
        this.shards = shards;
        this.menus = new MenuRows(database);
    }

    /** Returns the newest version; 404 for an unknown restaurant, 503 where its shard is away. */
    public Mono<PublishedMenu> of(RestaurantId id) {
        return Mono.justOrEmpty(shards.of(id))
                .flatMap(shard -> shards.in(shard, menus.newest(id)))
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(id)));
    }
}
