package carte.gateway.site.console.exchange;

import carte.gateway.site.ApiAnswer;
import carte.gateway.site.console.Desk;
import carte.gateway.site.console.Diff;
import carte.gateway.site.console.Frame;
import carte.gateway.site.console.Notice;
import carte.gateway.site.console.Refusal;
import carte.gateway.site.console.Replies;
import carte.gateway.site.console.Saving;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes a menu as a file: first it is shown what that would change, then it is done. */
@Controller
@RequestMapping("/admin/restaurants/{id}")
final class ImportPage {

    private static final String PATH = "/import";
    private static final int CONFLICT = 412;
    private static final List<String> FILE_HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION);

    /**
     * What a file would do.
     *
     * @param version of the menu to which it was compared
     * @param content what can be shown of it and sent again
     * @param refusal why it cannot be taken; null if it can
     */
    record Preview(String content, String type, long version, Diff diff,
            @Nullable Notice refusal) {}

    @GetMapping(PATH)
    Mono<Rendering> show(Desk desk, ServerWebExchange exchange) {
        return page(desk, exchange, null, false);
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Rendering> take(Desk desk, ServerWebExchange exchange) {
        return UploadedMenu.of(exchange).flatMap(file -> {
            if (file.isEmpty()) {
                return Mono.just(Replies.refused(desk,
                        Notice.refused("console.refused.no-file"), desk.path(PATH)));
            }
            return file.isConfirmed()
                    ? confirm(desk, exchange, file)
                    : preview(desk, file).flatMap(
                            preview -> page(desk, exchange, preview, false));
        });
    }

    private static Mono<Preview> preview(Desk desk, UploadedMenu file) {
        return desk.write(HttpMethod.POST, "/menu/import?dry_run=true", file.bytes(),
                Map.of(HttpHeaders.CONTENT_TYPE, file.mediaType()))
                .map(answer -> new Preview(file.text().orElse(""), file.mediaType(),
                        answer.menuVersion().orElse(0),
                        Diff.of(answer.body(), desk.locale()), refusal(file, answer)));
    }

    private static @Nullable Notice refusal(UploadedMenu file, ApiAnswer answer) {
        if (answer.isGood()) {
            return null;
        }
        Refusal refusal = Refusal.of(answer, null);
        return Notice.refused(file.text().isEmpty()
                ? refusal.saying("console.refused.not-utf8")
                : refusal);
    }

    /** What is done is what was shown: the menu has to be as it was then. */
    private static Mono<Rendering> confirm(
            Desk desk, ServerWebExchange exchange, UploadedMenu file) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, file.mediaType());
        headers.put(HttpHeaders.IF_MATCH, "\"" + file.version() + "\"");
        return desk.write(HttpMethod.POST, "/menu/import", file.bytes(), headers)
                .flatMap(answer -> {
                    if (answer.status() == CONFLICT) {
                        return preview(desk, file).flatMap(
                                preview -> page(desk, exchange, preview, true));
                    }
                    return Mono.just(Replies.back(desk,
                            Saving.outcome(file.version(), answer, null), desk.path(PATH), ""));
                });
    }

    private static Mono<Rendering> page(Desk desk, ServerWebExchange exchange,
            @Nullable Preview preview, boolean moved) {
        boolean faulty = preview != null && preview.refusal() != null;
        return desk.restaurant().map(restaurant -> {
            Rendering.Builder<?> page = Rendering.view("console/import")
                    .status(moved
                            ? HttpStatus.CONFLICT
                            : faulty ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                    .modelAttribute("frame", Frame.of(desk, restaurant, Frame.Page.IMPORT,
                            exchange.getRequest().getQueryParams()))
                    .modelAttribute("address", desk.path(PATH))
                    .modelAttribute("files", desk.path("/export/"))
                    .modelAttribute("moved", moved);
            Optional.ofNullable(preview).ifPresent(
                    each -> page.modelAttribute("preview", each));
            return page.build();
        });
    }

    /** Gives the menu as a file. */
    @GetMapping("/export/{format}")
    Mono<ResponseEntity<byte[]>> export(Desk desk, @PathVariable String format) {
        if (!List.of("csv", "json", "jsonld").contains(format)) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "menus do not come as " + format);
        }
        return desk.read("/menu/export?format=" + format).map(answer -> ResponseEntity.ok()
                .headers(headers -> FILE_HEADERS.forEach(name -> headers.addAll(name,
                        answer.headers().getOrEmpty(name))))
                .body((answer.body().isString()
                        ? answer.body().asString()
                        : answer.body().toString()).getBytes(StandardCharsets.UTF_8)));
    }
}
