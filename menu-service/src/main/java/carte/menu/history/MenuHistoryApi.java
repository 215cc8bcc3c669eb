package carte.menu.history;

import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.http.QueryParameters;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.Paged;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Query;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import carte.kit.openapi.Takes;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.kit.security.Caller;
import carte.menu.http.AnswersMenu;
import carte.menu.http.IfMatch;
import carte.menu.http.RestaurantPath;
import carte.menu.http.VersionNumber;
import carte.menu.http.WriteRequest;
import carte.menu.writing.ChangeKind;
import carte.menu.writing.MenuAnswer;
import carte.menu.writing.MenuChange;
import carte.menu.writing.MenuWrites;
import carte.menu.writing.PublishedMenu;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows the versions of a menu and how they differ, and goes back to one. */
@RestController
@RequestMapping(path = "/api/v1/restaurants/{id}/menu", produces = MediaType.APPLICATION_JSON_VALUE)
class MenuHistoryApi {

    private final MenuHistory history;
    private final MenuWrites writes;
    private final Clock clock;

    MenuHistoryApi(MenuHistory history, MenuWrites writes, Clock clock) {
        this.history = history;
        this.writes = writes;
        this.clock = clock;
    }

    @PublicCall(id = "listVersions", summary = "Lists the versions of the menu, newest first",
            audience = Audience.ADMINS, description = "Who made which when and how.")
    @Paged
    @Answers(value = HistoryPage.class, description = "A page.", example = "versions.json")
    @Refuses(ProblemType.RESTAURANT_NOT_FOUND)
    @GetMapping("/versions")
    Mono<byte[]> versions(@PathVariable String id, ServerHttpRequest request) {
        QueryParameters parameters = new QueryParameters(request.getQueryParams());
        String cursor = parameters.one("cursor");
        return history.page(RestaurantPath.parse(id), parameters.limit(),
                cursor == null ? null : VersionCursor.parse(cursor))
                .map(ContractJson.mapper()::writeValueAsBytes);
    }

    @PublicCall(id = "readVersion", summary = "Reads the menu as it was",
            audience = Audience.ADMINS)
    @Answers(value = MenuDocument.class, description = "That version, whole.",
            example = "menu-answer.json", headers = {
                    SharedHeader.ETAG, SharedHeader.MENU_VERSION})
    @Refuses({ProblemType.RESTAURANT_NOT_FOUND, ProblemType.VERSION_NOT_FOUND})
    @GetMapping("/versions/{version}")
    Mono<ResponseEntity<byte[]>> version(@PathVariable String id, @PathVariable String version) {
        return history.version(RestaurantPath.parse(id), inPath(version)).map(MenuAnswer::of);
    }

    @PublicCall(id = "compareVersions", summary = "Tells how another version differs",
            audience = Audience.ADMINS)
    @Query(name = "to", description = "That other version; by default the newest.", schema = """
            {"type": "integer", "minimum": 1, "maximum": 999999999999999999}""", example = "7")
    @Answers(value = MenuDiff.class, description = "The difference.", example = "menu-diff.json")
    @Refuses({ProblemType.RESTAURANT_NOT_FOUND, ProblemType.VERSION_NOT_FOUND})
    @GetMapping("/versions/{version}/diff")
    Mono<byte[]> diff(
            @PathVariable String id, @PathVariable String version, ServerHttpRequest request) {
        RestaurantId restaurantId = RestaurantPath.parse(id);
        String to = new QueryParameters(request.getQueryParams()).one("to");
        Mono<PublishedMenu> newer = to == null
                ? history.newest(restaurantId)
                : history.version(restaurantId, inQuery(to));
        // Large menus take tens of milliseconds, for which event loops must not be held up.
        return history.version(restaurantId, inPath(version)).zipWhen(_ -> newer)
                .publishOn(Schedulers.boundedElastic())
                .map(menus -> MenuDiff.of(
                        menus.getT1().json().parse(), menus.getT2().json().parse()))
                .map(ContractJson.mapper()::writeValueAsBytes);
    }

    @PublicCall(id = "rollBack", summary = "Publishes an old version's content as a new version",
            audience = Audience.ADMINS,
            description = "What was to return to sale in the meantime has returned.",
            parameters = {
                    SharedParameter.IF_MATCH_OPTIONAL, SharedParameter.IDEMPOTENCY_KEY})
    @Takes(value = Rollback.class, example = "rollback.json")
    @AnswersMenu
    @Refuses(ProblemType.VERSION_NOT_FOUND)
    @PostMapping(path = "/rollback", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> rollBack(
            @PathVariable String id,
            ServerHttpRequest request,
            Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        WriteRequest write = WriteRequest.of(id, request, body);
        IfMatch condition = write.condition();
        Rollback rollback = Rollback.read(write.body());
        Instant now = clock.instant();
        // A version never changes, so it is read before the menu is locked.
        return history.version(write.restaurantId(), rollback.toVersion())
                .publishOn(Schedulers.boundedElastic())
                .map(menu -> menu.json().parse())
                .flatMap((MenuDocument old) -> writes.change(new MenuChange(
                        write.restaurantId(), condition, write.key(), ChangeKind.ROLLED_BACK,
                        caller.name(), current -> Rollback.to(old, current, now))))
                .map(MenuAnswer::of);
    }

    /** One that no menu can have is answered like one that this menu has not. */
    private static MenuVersion inPath(String version) {
        return VersionNumber.parse(version).orElseThrow(() -> ProblemException.of(
                ProblemType.VERSION_NOT_FOUND,
                "there is no version \"" + version + "\"; versions are numbered from 1"));
    }

    private static MenuVersion inQuery(String version) {
        return VersionNumber.parse(version).orElseThrow(() -> QueryParameters
                .malformed("to: expected the number of a version"));
    }
}
