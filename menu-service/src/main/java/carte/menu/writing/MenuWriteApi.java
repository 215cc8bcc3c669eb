package carte.menu.writing;

import carte.contracts.http.CarteHeaders;
import carte.contracts.menu.RestaurantId;
import carte.menu.document.ItemPatch;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuEdits;
import carte.menu.document.MenuReader;
import carte.menu.http.IdempotencyKey;
import carte.menu.http.IfMatch;
import carte.menu.http.RestaurantPath;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Replaces menus and changes items; each answer is the new menu. */
@RestController
@RequestMapping(path = "/api/v1/restaurants/{id}/menu", produces = MediaType.APPLICATION_JSON_VALUE)
class MenuWriteApi {

    private static final byte[] NO_BODY = {};

    private final MenuWrites writes;
    private final Clock clock;

    MenuWriteApi(MenuWrites writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> replace(
            @PathVariable String id,
            ServerHttpRequest request,
            @RequestBody(required = false) byte @Nullable [] body) {
        RestaurantId restaurantId = RestaurantPath.parse(id);
        IfMatch condition = IfMatch.require(request.getHeaders());
        byte[] bytes = body == null ? NO_BODY : body;
        IdempotencyKey key = key(request, bytes);
        MenuContent content = MenuReader.read(bytes, clock.instant());
        return writes.change(new MenuChange(restaurantId, condition, key, ChangeKind.REPLACED,
                MenuChange.ANONYMOUS, menu -> MenuEdits.replace(menu, content)))
                .map(MenuWriteApi::answer);
    }

    @PatchMapping(path = "/items/{itemId}", consumes = {MediaType.APPLICATION_JSON_VALUE,
            "application/merge-patch+json"})
    Mono<ResponseEntity<byte[]>> changeItem(
            @PathVariable String id,
            @PathVariable String itemId,
            ServerHttpRequest request,
            @RequestBody(required = false) byte @Nullable [] body) {
        RestaurantId restaurantId = RestaurantPath.parse(id);
        IfMatch condition = IfMatch.of(request.getHeaders()).orElse(IfMatch.ANY);
        byte[] bytes = body == null ? NO_BODY : body;
        IdempotencyKey key = key(request, bytes);
        ItemPatch patch = ItemPatch.read(bytes, clock.instant());
        return writes.change(new MenuChange(restaurantId, condition, key, ChangeKind.ITEM_CHANGED,
                MenuChange.ANONYMOUS, menu -> MenuEdits.patchItem(menu, itemId, patch)))
                .map(MenuWriteApi::answer);
    }

    private static @Nullable IdempotencyKey key(ServerHttpRequest request, byte[] body) {
        return IdempotencyKey.of(request.getHeaders(), request.getMethod(),
                request.getPath().value(), body).orElse(null);
    }

    private static ResponseEntity<byte[]> answer(PublishedMenu menu) {
        return ResponseEntity.ok()
                .eTag(menu.version().entityTag())
                .header(CarteHeaders.MENU_VERSION, menu.version().toString())
                .body(menu.json().utf8());
    }
}
