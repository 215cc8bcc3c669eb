package carte.menu.writing;

import carte.contracts.menu.MenuDocument;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedParameter;
import carte.kit.openapi.Takes;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.kit.security.Caller;
import carte.menu.document.ItemChanges;
import carte.menu.document.ItemFields;
import carte.menu.document.ItemPatch;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuEdits;
import carte.menu.document.MenuReader;
import carte.menu.http.AnswersMenu;
import carte.menu.http.IfMatch;
import carte.menu.http.WriteRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Replaces menus and changes items; each answer is the new menu. */
@RestController
@RequestMapping(path = "/api/v1/restaurants/{id}/menu", produces = MediaType.APPLICATION_JSON_VALUE)
class MenuWriteApi {

    private final MenuWrites writes;
    private final Clock clock;

    MenuWriteApi(MenuWrites writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
    }

    @PublicCall(id = "replaceMenu", summary = "Replaces the whole menu", audience = Audience.ADMINS,
            parameters = {
                    SharedParameter.IF_MATCH, SharedParameter.IDEMPOTENCY_KEY})
    @Takes(value = MenuContent.class, example = "menu.json")
    @AnswersMenu
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> replace(
            @PathVariable String id,
            ServerHttpRequest request,
            Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        WriteRequest write = WriteRequest.of(id, request, body);
        IfMatch condition = IfMatch.require(request.getHeaders());
        return change(write, condition, ChangeKind.REPLACED, caller, now -> {
            MenuContent content = MenuReader.read(write.body(), now);
            return menu -> MenuEdits.replace(menu, content);
        });
    }

    @PublicCall(id = "changeItem", summary = "Changes some fields of one item",
            audience = Audience.ADMINS,
            description = "Touches nothing else, so it never undoes another's change.",
            parameters = {
                    SharedParameter.IF_MATCH_OPTIONAL, SharedParameter.IDEMPOTENCY_KEY})
    @Takes(value = ItemFields.class, example = "item-change.json")
    @AnswersMenu
    @Refuses(ProblemType.ITEM_NOT_FOUND)
    @PatchMapping(path = "/items/{itemId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> changeItem(
            @PathVariable String id,
            @PathVariable String itemId,
            ServerHttpRequest request,
            Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        WriteRequest write = WriteRequest.of(id, request, body);
        IfMatch condition = write.condition();
        return change(write, condition, ChangeKind.ITEM_CHANGED, caller, now -> {
            ItemPatch patch = ItemPatch.read(write.body(), now);
            return menu -> MenuEdits.patchItem(menu, itemId, patch);
        });
    }

    @PublicCall(id = "changeItems", summary = "Changes many items as one version",
            audience = Audience.ADMINS, description = "All of it or nothing.", parameters = {
                    SharedParameter.IF_MATCH_OPTIONAL, SharedParameter.IDEMPOTENCY_KEY})
    @Takes(value = ItemFields.Batch.class, example = "batch.json")
    @AnswersMenu
    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> changeItems(
            @PathVariable String id,
            ServerHttpRequest request,
            Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        WriteRequest write = WriteRequest.of(id, request, body);
        IfMatch condition = write.condition();
        return change(write, condition, ChangeKind.ITEMS_CHANGED, caller,
                now -> ItemChanges.read(write.body(), now)::applyTo);
    }

    private Mono<ResponseEntity<byte[]>> change(WriteRequest write, IfMatch condition,
            ChangeKind kind, Caller caller,
            Function<Instant, UnaryOperator<MenuDocument>> reader) {
        return Mono.fromSupplier(() -> reader.apply(clock.instant()))
                .flatMap(edit -> writes.change(new MenuChange(write.restaurantId(), condition,
                        write.key(), kind, caller.name(), edit)))
                .onErrorResume(ProblemException.class,
                        refusal -> writes.madeBefore(write, refusal))
                .map(MenuAnswer::of);
    }
}
