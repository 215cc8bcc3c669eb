package carte.menu.writing;

import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuJson;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.outbox.Outbox;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.menu.document.Restoration;
import carte.menu.http.IdempotencyKey;
import carte.menu.http.RestaurantPath;
import carte.menu.http.WriteRequest;
import carte.menu.relay.ShardRelays;
import carte.menu.shard.Shards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
        return locked(id, menu -> answeredBefore(id, change.key())
                .switchIfEmpty(Mono.defer(() -> apply(change, menu)
                        .flatMap(beside::thenReturn))));
    }

    /**
     * Returns what was answered to a request that is refused now, if it was made before under the
     * same key; else the refusal. What was in the future when it was made may have passed by the
     * time at which it is sent again.
     */
    public Mono<PublishedMenu> madeBefore(WriteRequest write, ProblemException refusal) {
        RestaurantId id = write.restaurantId();
        return Mono.justOrEmpty(shards.of(id))
                .filter(_ -> refusal.problem().kind() == ProblemType.INVALID_CONTENT)
                .flatMap(shard -> shards.in(shard, answeredBefore(id, write.key())))
                .switchIfEmpty(Mono.error(refusal));
    }

    /**
     * Runs {@code work} while the menu's row is held, in one transaction; what it returns is
     * committed. Whatever is decided about a menu and must not meet its changes is done so.
     */
    public <T> Mono<T> locked(RestaurantId id, Function<LockedMenu, Mono<T>> work) {
        Optional<String> shard = shards.of(id);
        if (shard.isEmpty()) {
            return Mono.error(RestaurantPath.notFound(id));
        }
        return commit(shard.get(), menus.lock(id)
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(id)))
                .flatMap(work));
    }

    /**
     * Makes the next version of a menu that is held, within the transaction of {@link #locked};
     * returns the current one if nothing would change. Nothing is written before the edit has
     * ended, so a refusal leaves the transaction as it was.
     */
    public Mono<PublishedMenu> change(LockedMenu locked, ChangeKind kind, String author,
            UnaryOperator<MenuDocument> edit) {
        return Mono.defer(() -> write(locked, kind, author,
                NextVersion.of(locked.menu(), edit, locked.now())));
    }

    private Mono<PublishedMenu> write(
            LockedMenu locked, ChangeKind kind, String author, Optional<NextVersion> made) {
        return made.map(next -> menus.replace(next.menu(), kind, author, next.restoresAt())
                .then(announce(next.menu()))
                .thenReturn(next.menu()))
                .orElse(Mono.just(locked.menu()));
    }

    /** Notes anew when a menu that is held has items to return to sale, if it has. */
    public Mono<Void> noteRestores(LockedMenu locked) {
        PublishedMenu menu = locked.menu();
        return menus.noteRestores(menu.restaurantId(), Restoration.nextAt(menu.json().parse()));
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
                .flatMap(now -> first(id, currency, key, author, now))
                .switchIfEmpty(Mono.defer(() -> answeredBefore(id, key))));
    }

    private Mono<PublishedMenu> first(RestaurantId id, String currency,
            @Nullable IdempotencyKey key, String author, Instant now) {
        PublishedMenu menu = PublishedMenu.of(new MenuDocument(
                id, MenuVersion.FIRST, currency, now, List.of(), List.of()));
        return menus.insert(menu, ChangeKind.CREATED, author)
                .then(announce(menu))
                .then(remember(id, key, menu.version()))
                .thenReturn(menu);
    }

    private Mono<PublishedMenu> apply(MenuChange change, LockedMenu locked) {
        return Mono.defer(() -> write(locked, change.kind(), change.author(),
                change.next(locked.menu(), locked.now())))
                .flatMap(menu -> remember(change.restaurantId(), change.key(), menu.version())
                        .thenReturn(menu));
    }

    private Mono<Void> announce(PublishedMenu menu) {
        return Mono.defer(() -> {
            String shard = shards.of(menu.restaurantId()).orElseThrow();
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

    private <T> Mono<T> commit(String shard, Mono<T> work) {
        return shards.transactionIn(shard, work).doOnSuccess(_ -> relays.wake(shard));
    }
}
