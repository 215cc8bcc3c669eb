package carte.menu.reading;

import carte.contracts.http.CarteHeaders;
import carte.contracts.http.Rfc3339;
import carte.contracts.menu.MenuDocument;
import carte.contracts.menu.MenuVersion;
import carte.contracts.menu.RestaurantId;
import carte.kit.http.AcceptEncoding;
import carte.kit.http.IfNoneMatch;
import carte.kit.http.MinVersion;
import carte.kit.openapi.Answers;
import carte.kit.openapi.Audience;
import carte.kit.openapi.PublicCall;
import carte.kit.openapi.Refuses;
import carte.kit.openapi.SharedHeader;
import carte.kit.openapi.SharedParameter;
import carte.kit.problem.ProblemType;
import carte.menu.http.RestaurantPath;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Answers {@code GET} and {@code HEAD} of a menu. */
@RestController
class MenuReadApi {

    private final MenuReads reads;

    MenuReadApi(MenuReads reads) {
        this.reads = reads;
    }

    @PublicCall(id = "readMenu", summary = "Reads a menu", audience = Audience.CUSTOMERS,
            description = "Never older than the bound, two seconds by default, unless"
                    + " `Cache-Status` says that it is stale.",
            parameters = {SharedParameter.MIN_VERSION,
                    SharedParameter.IF_NONE_MATCH, SharedParameter.ACCEPT_LANGUAGE})
    @Answers(value = MenuDocument.class, description = "The menu.", example = "menu-answer.json",
            headers = {
                    SharedHeader.ETAG, SharedHeader.MENU_VERSION, SharedHeader.AS_OF,
                    SharedHeader.CACHE_STATUS, SharedHeader.VARY, SharedHeader.CONTENT_LANGUAGE})
    @Answers(status = HttpStatus.NOT_MODIFIED, description = "It is the version you have.",
            headers = {
                    SharedHeader.ETAG, SharedHeader.MENU_VERSION, SharedHeader.AS_OF,
                    SharedHeader.CACHE_STATUS, SharedHeader.VARY})
    @Refuses(ProblemType.RESTAURANT_NOT_FOUND)
    @GetMapping(path = "/api/v1/restaurants/{id}/menu", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> read(@PathVariable String id, ServerHttpRequest request) {
        MenuVersion least = MinVersion.of(request.getQueryParams().get(MinVersion.NAME));
        RestaurantId restaurantId = RestaurantPath.parse(id);
        return reads.read(restaurantId, least)
                .map(found -> answer(restaurantId, found, request.getHeaders()));
    }

    private static ResponseEntity<byte[]> answer(
            RestaurantId id, Found found, HttpHeaders request) {
        MenuVersion version = found.menu().version();
        boolean known = IfNoneMatch.hasAlready(
                request.getOrEmpty(HttpHeaders.IF_NONE_MATCH), version);
        ResponseEntity.BodyBuilder answer = ResponseEntity
                .status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(version.entityTag())
                .cacheControl(CacheControl.noCache())
                .header(CarteHeaders.MENU_VERSION, version.toString())
                .header(CarteHeaders.AS_OF, Rfc3339.millis(found.asOf()))
                .header(CarteHeaders.CACHE_STATUS,
                        found.cacheStatus())
                .header(CarteHeaders.SHARD, found.shard())
                .header(CarteHeaders.NOW, Rfc3339.millisUp(found.now()))
                .header(CarteHeaders.SURROGATE_KEY, id.value())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        Duration staleFor = found.staleFor();
        if (staleFor != null) {
            answer.header(HttpHeaders.AGE, Long.toString(Math.max(0, staleFor.toSeconds())));
        }
        if (known) {
            return answer.build();
        }
        if (AcceptEncoding.gzip(request.getOrEmpty(HttpHeaders.ACCEPT_ENCODING))) {
            return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .body(found.menu().menu().gzip());
        }
        return answer.body(found.menu().menu().expand().utf8());
    }
}
