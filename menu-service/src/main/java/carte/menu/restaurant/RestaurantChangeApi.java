package carte.menu.restaurant;

import carte.contracts.http.CarteHeaders;
import carte.contracts.menu.RestaurantId;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import carte.kit.openapi.Takes;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.kit.security.Caller;
import carte.menu.document.MenuEdits;
import carte.menu.http.IfMatch;
import carte.menu.http.RestaurantPath;
import carte.menu.http.WriteRequest;
import carte.menu.schedule.Schedules;
import carte.menu.shard.Shards;
import carte.menu.writing.Audit;
import carte.menu.writing.AuditAction;
import carte.menu.writing.ChangeKind;
import carte.menu.writing.MenuChange;
import carte.menu.writing.MenuWrites;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Changes some fields of a restaurant; the answer is the restaurant as it is then. */
@RestController
class RestaurantChangeApi {

    private final Shards shards;
    private final MenuWrites writes;
    private final Audit audit;
    private final Schedules schedules;
    private final RestaurantRows rows;
    private final RestaurantEvents events;
    private final Clock clock;

    RestaurantChangeApi(Shards shards, MenuWrites writes, Audit audit,
            Schedules schedules, DatabaseClient database, RestaurantEvents events, Clock clock) {
        this.shards = shards;
        this.writes = writes;
        this.audit = audit;
        this.schedules = schedules;
        this.rows = new RestaurantRows(database);
        this.events = events;
        this.clock = clock;
    }

    @PublicCall(id = "changeRestaurant", summary = "Changes some fields of a restaurant",
            audience = Audience.ADMINS,
            description = "Touches nothing else. The currency can be changed while the menu has no"
                    + " prices, which makes a new version of it. Restaurants have no versions of"
                    + " their own, so If-Match is not looked at.",
            parameters = SharedParameter.IDEMPOTENCY_KEY)
    @Takes(value = RestaurantPatchFields.class, example = "restaurant-change.json")
    @Answers(value = RestaurantJson.class, description = "The restaurant as it is now.",
            example = "restaurant.json", headers = {
                    SharedHeader.ETAG, SharedHeader.MENU_VERSION})
    @Refuses(ProblemType.RESTAURANT_NOT_FOUND)
    @PatchMapping(path = RestaurantApi.PATH + "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> change(
            @PathVariable String id,
            ServerHttpRequest request,
            Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        WriteRequest write = WriteRequest.of(id, request, body);
        RestaurantId restaurantId = write.restaurantId();
        return Mono.fromSupplier(() -> RestaurantPatch
                .read(restaurantId, write.body(), clock.instant()))
                .flatMap(patch -> change(write, patch, caller))
                .onErrorResume(ProblemException.class, refusal -> writes.madeBefore(write, refusal)
                        .then(Mono.defer(() -> newest(restaurantId))))
                .map(this::answer);
    }

    /** The restaurant is read before the lock of the menu is let go: nobody's patch is between. */
    private Mono<Restaurant> change(WriteRequest write, RestaurantPatch patch, Caller caller) {
        RestaurantId id = write.restaurantId();
        MenuChange ofMenu = new MenuChange(id, IfMatch.ANY, write.key(),
                ChangeKind.CURRENCY_CHANGED, caller.name(), menu -> MenuEdits
                        .changeCurrency(menu, patch.currencyAfter(menu.currency())));
        return writes.locked(id, _ -> writes
                .change(ofMenu, Mono.defer(() -> apply(patch, id, caller)))
                .then(rows.find(id)));
    }

    /** Runs under the lock of the menu, so the restaurant cannot be changed beside it. */
    private Mono<Void> apply(RestaurantPatch patch, RestaurantId id, Caller caller) {
        return rows.find(id).flatMap(restaurant -> {
            RestaurantChange change = RestaurantChange.of(restaurant, patch);
            Map<String, RestaurantChange.FromTo> fields = change.changedFields();
            return fields.isEmpty()
                    ? Mono.<Void>empty()
                    : rows.update(change.after())
                            .flatMap(made -> events.announce(
                                    change.after().as(made.revision()), made.at()))
                            .then(Mono.defer(() -> moveSchedules(id, change)))
                            .then(Mono.defer(() -> audit.append(
                                    id, caller.name(), AuditAction.RESTAURANT_CHANGED, fields)));
        });
    }

    private Mono<Void> moveSchedules(RestaurantId id, RestaurantChange change) {
        ZoneId zone = change.after().details().timeZone();
        return zone.equals(change.before().details().timeZone())
                ? Mono.empty()
                : schedules.timeZoneChanged(id, zone);
    }

    private Mono<Restaurant> newest(RestaurantId id) {
        return Mono.justOrEmpty(shards.of(id))
                .flatMap(shard -> shards.in(shard, rows.find(id)))
                .switchIfEmpty(Mono.error(() -> RestaurantPath.notFound(id)));
    }

    private ResponseEntity<byte[]> answer(Restaurant restaurant) {
        return ResponseEntity.ok()
                .eTag(restaurant.menuVersion().entityTag())
                .header(CarteHeaders.MENU_VERSION, restaurant.menuVersion().toString())
                .body(RestaurantJson.of(restaurant, clock.instant()).utf8());
    }
}
