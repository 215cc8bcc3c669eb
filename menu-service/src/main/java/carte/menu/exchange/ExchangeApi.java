package carte.menu.exchange;

import carte.contracts.http.CarteHeaders;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuDocument;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Query;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import carte.kit.openapi.Takes;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import carte.kit.security.Caller;
import carte.menu.document.MenuContent;
import carte.menu.document.MenuEdits;
import carte.menu.exchange.draft.MenuFile;
import carte.menu.exchange.jsonld.JsonLdFile;
import carte.menu.history.MenuDiff;
import carte.menu.http.AnswersMenu;
import carte.menu.http.IfMatch;
import carte.menu.http.RestaurantPath;
import carte.menu.http.WriteRequest;
import carte.menu.writing.ChangeKind;
import carte.menu.writing.MenuAnswer;
import carte.menu.writing.MenuChange;
import carte.menu.writing.MenuWrites;
import carte.menu.writing.StoredMenus;
import carte.menu.writing.PublishedMenu;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Exports menus as files, and replaces menus by files or says what that would change. */
@RestController
@RequestMapping("/api/v1/restaurants/{id}/menu")
class ExchangeApi {

    private final MenuWrites writes;
    private final StoredMenus stored;
    private final Clock clock;

    ExchangeApi(MenuWrites writes, StoredMenus stored, Clock clock) {
        this.writes = writes;
        this.stored = stored;
        this.clock = clock;
    }

    @PublicCall(id = "exportMenu", summary = "Gives the menu as a file",
            audience = Audience.ADMINS,
            description = "An import of the file changes nothing. CSV begins with a byte order"
                    + " mark, which spreadsheets need to see UTF-8.")
    @Query(name = "format", description = "Of the file.", example = "json", schema = """
            {"type": "string", "enum": ["csv", "json", "jsonld"], "default": "json"}""")
    @Answers(value = MenuDocument.class, description = "The menu.", example = "menu-answer.json",
            headers = {SharedHeader.ETAG, SharedHeader.MENU_VERSION,
                    SharedHeader.CONTENT_DISPOSITION})
    @Answers(value = String.class, mediaType = ExchangeFormat.CSV_TYPE,
            description = "The menu.", example = "menu.csv")
    @Answers(value = JsonLdFile.class, mediaType = ExchangeFormat.JSON_LD_TYPE,
            description = "The menu.", example = "menu.jsonld")
    @Refuses(ProblemType.RESTAURANT_NOT_FOUND)
    @GetMapping(path = "/export", produces = {MediaType.APPLICATION_JSON_VALUE,
            ExchangeFormat.CSV_TYPE, ExchangeFormat.JSON_LD_TYPE})
    Mono<ResponseEntity<byte[]>> export(@PathVariable String id, ServerHttpRequest request) {
        ExchangeFormat format = ExchangeFormat.named(request.getQueryParams().get("format"));
        return stored.newest(RestaurantPath.parse(id))
                .publishOn(Schedulers.boundedElastic())
                .map(menu -> file(menu, format));
    }

    private static ResponseEntity<byte[]> file(PublishedMenu menu, ExchangeFormat format) {
        ContentDisposition name = ContentDisposition.attachment()
                .filename(menu.restaurantId() + "-v" + menu.version() + "." + format.extension())
                .build();
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .eTag(menu.version().entityTag())
                .cacheControl(CacheControl.noCache())
                .header(CarteHeaders.MENU_VERSION, menu.version().toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(format.write(menu.json()));
    }

    @PublicCall(id = "importMenu", summary = "Replaces the menu by a file",
            audience = Audience.ADMINS,
            description = "CSV, the words of schema.org as restaurants' pages have them, or what"
                    + " `PUT` takes. Parts without an id get one that stays.",
            parameters = {
                    SharedParameter.IF_MATCH_OPTIONAL, SharedParameter.IDEMPOTENCY_KEY})
    @Query(name = "dry_run", description = "Whether to change nothing and answer the difference.",
            example = "true", schema = "{\"type\": \"boolean\", \"default\": false}")
    @Takes(value = MenuContent.class, example = "menu.json")
    @Takes(value = String.class, mediaType = ExchangeFormat.CSV_TYPE, example = "menu.csv")
    @Takes(value = JsonLdFile.class, mediaType = ExchangeFormat.JSON_LD_TYPE,
            example = "menu.jsonld")
    @AnswersMenu
    @Answers(value = MenuDiff.class, description = "Of a dry run: what would change.",
            example = "menu-diff.json", headers = {
                    SharedHeader.ETAG, SharedHeader.MENU_VERSION})
    @PostMapping(path = "/import", consumes = {MediaType.APPLICATION_JSON_VALUE,
            ExchangeFormat.CSV_TYPE,
            ExchangeFormat.JSON_LD_TYPE}, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> importFile(
            @PathVariable String id,
            ServerHttpRequest request,
            Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        WriteRequest write = WriteRequest.of(id, request, body, "dry_run");
        IfMatch condition = write.condition();
        boolean dryRun = dryRun(request.getQueryParams().get("dry_run"));
        ExchangeFormat format = ExchangeFormat.of(request.getHeaders().getContentType());
        // A large file takes tens of milliseconds, for which event loops must not be held up.
        return Mono.fromCallable(() -> format.parse(write.body()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> stored.newest(write.restaurantId())
                        .publishOn(Schedulers.boundedElastic())
                        .flatMap(menu -> {
                            MenuChange change = change(write, condition, caller, menu, file);
                            return dryRun
                                    ? Mono.just(difference(menu, change))
                                    : writes.change(change).map(MenuAnswer::of);
                        })
                        .retryWhen(MenuMoved.RETRY))
                .onErrorResume(ProblemException.class,
                        refusal -> writes.madeBefore(write, refusal).map(MenuAnswer::of));
    }

    private static boolean dryRun(@Nullable List<String> values) {
        if (values == null || values.equals(List.of("false"))) {
            return false;
        }
        if (values.equals(List.of("true"))) {
            return true;
        }
        throw ProblemException.of(ProblemType.MALFORMED_REQUEST,
                "dry_run: expected true or false");
    }

    private MenuChange change(WriteRequest write, IfMatch condition, Caller caller,
            PublishedMenu current, MenuFile file) {
        MenuContent content = file.read(current.json().parse(), clock.instant());
        return new MenuChange(write.restaurantId(), condition, write.key(), ChangeKind.IMPORTED,
                caller.name(), menu -> {
                    // What the file takes from the menu was taken from that version.
                    MenuMoved.check(current.version(), menu.version());
                    return MenuEdits.replace(menu, content);
                });
    }

    private ResponseEntity<byte[]> difference(PublishedMenu menu, MenuChange change) {
        MenuDocument next = change.after(menu, clock.instant()).orElse(menu).json().parse();
        return ResponseEntity.ok()
                .eTag(menu.version().entityTag())
                .header(CarteHeaders.MENU_VERSION, menu.version().toString())
                .body(ContractJson.mapper().writeValueAsBytes(
                        MenuDiff.of(menu.json().parse(), next)));
    }
}
