package carte.menu.writing;

import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.outbox.Outbox;
import carte.menu.http.IdempotencyKey;
import carte.menu.http.RestaurantPath;
import carte.menu.relay.ShardRelays;
import carte.menu.shard.Shards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The one place where menus change: version, history, event and idempotency key commit together,
 * one change of a menu after the other.
 */
@Component
public class MenuWrites {

    private final Shards shards;
    private final ShardRelays relays;
    private final MenuRows menus;
    private final IdempotencyRows keys;
    private final Outbox outbox;

    MenuWrites(Shards shards, ShardRelays relays, DatabaseClient database) {
        this.shards = shards;
        this.relays = relays;
        this.menus = new MenuRows(database);
        this.keys = new IdempotencyRows(database);
        this.outbox = new Outbox(database);
    }

    /**
     * Makes the next version; answers with the current one if the change changes nothing, and
     * with what it answered before if the key is known.
     */
    public Mono<PublishedMenu> change(MenuChange change) {
        return change(change, Mono.empty());
    }

    /**
     * Does the same, and {@code beside} in the same transaction, under the menu's lock; if the key
     * is known, neither is done again.
     */
    public Mono<PublishedMenu> change(MenuChange change, Mono<Void> beside) {
        RestaurantId id = change.restaurantId();
        Optional<String> shard = shards.of(id);
        if (shard.isEmpty()) {
            return Mono.error(RestaurantPath.notFound(id));
        }
        return commit(shard.get(), menus.lock(id)
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(id)))
                .flatMap(locked -> answeredBefore(id, change.key())
                        .switchIfEmpty(Mono.defer(() -> apply(change, shard.get(), locked)
                                .flatMap(beside::thenReturn)))));
    }

    /**
     * Inserts the first, empty menu of a restaurant that {@code restaurant} inserts, in one
     * transaction with it.
     *
     * @param author whom the history names
     * @param restaurant gives the database's time, or nothing if the id is taken
     * @return the menu, also if {@code key} created the restaurant before; empty if the id is taken
     */
    public Mono<PublishedMenu> create(
            RestaurantId id,
            String currency,
            String shard,
            @Nullable IdempotencyKey key,
            String author,
            Mono<Instant> restaurant) {
        return commit(shard, restaurant
                .flatMap(now -> first(id, currency, shard, key, author, now))
                .switchIfEmpty(Mono.defer(() -> answeredBefore(id, key))));
    }

    private Mono<PublishedMenu> first(RestaurantId id, String currency, String shard,
            @Nullable IdempotencyKey key, String author, Instant now) {
        PublishedMenu menu = PublishedMenu.of(new MenuDocument(
                id, MenuVersion.FIRST, currency, now, List.of(), List.of()));
        return menus.insert(menu, ChangeKind.CREATED, author)
                .then(announce(menu, shard))
                .then(remember(id, key, menu.version()))
                .thenReturn(menu);
    }

    private Mono<PublishedMenu> apply(MenuChange change, String shard, MenuRows.Locked locked) {
        PublishedMenu current = locked.menu();
        Optional<PublishedMenu> next = change.after(current, locked.now());
        return next
                .map(menu -> menus.replace(menu, change.kind(), change.author())
                        .then(announce(menu, shard)))
                .orElse(Mono.empty())
                .then(Mono.defer(() -> {
                    PublishedMenu answer = next.orElse(current);
                    return remember(change.restaurantId(), change.key(), answer.version())
                            .thenReturn(answer);
                }));
    }

    private Mono<Void> announce(PublishedMenu menu, String shard) {
        return Mono.defer(() -> {
            return outbox.append(MenuEventCodec.encode(new MenuChanged(
                    menu.restaurantId(),
                    menu.version(),
                    shard,
                    menu.publishedAt(),
                    isCarried(menu.json()) ? menu.json() : null)));
        });
    }

    /** Nearly every menu is small enough as it is, so nearly none is compressed to find out. */
    private static boolean isCarried(MenuJson menu) {
        return menu.utf8().length <= MenuChanged.LARGEST_COMPRESSED_MENU
                || menu.compress().gzip().length <= MenuChanged.LARGEST_COMPRESSED_MENU;
    }

    private Mono<PublishedMenu> answeredBefore(RestaurantId id, @Nullable IdempotencyKey key) {
        return key == null
                ? Mono.empty()
                : keys.find(id, key).flatMap(version -> menus.version(id, version));
    }

    private Mono<Void> remember(
            RestaurantId id, @Nullable IdempotencyKey key, MenuVersion version) {
        return key == null ? Mono.empty() : keys.save(id, key, version);
    }

    private Mono<PublishedMenu> commit(String shard, Mono<PublishedMenu> work) {
        return shards.transactionIn(shard, work).doOnSuccess(_ -> relays.wake(shard));
    }
}
