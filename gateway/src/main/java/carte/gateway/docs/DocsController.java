package carte.gateway.docs;

import carte.gateway.file.ServedFile;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Serves the OpenAPI document and, at {@code /docs}, Swagger UI to read it with. */
@RestController
final class DocsController {

    private static final String OURS = "/carte/gateway/docs/";
    private static final String THEIRS = SwaggerUi.folder();
    private static final String SCRIPT = "text/javascript;charset=utf-8";
    private static final String STYLE = "text/css;charset=utf-8";

    // Nothing from elsewhere and nothing inline; Swagger UI's styles hold pictures as data.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";
    private static final CacheControl REVALIDATE = CacheControl.noCache();
    private static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365))
            .cachePublic().immutable();

    private static final Map<String, Resource> FILES = Map.of(
            "start.js", new Resource(SCRIPT, OURS + "start.js", REVALIDATE),
            "docs.css", new Resource(STYLE, OURS + "docs.css", REVALIDATE),
            "icon.png", new Resource("image/png", THEIRS + "favicon-32x32.png", REVALIDATE),
            SwaggerUi.VERSION + "-swagger-ui.css",
            new Resource(STYLE, THEIRS + "swagger-ui.css", FOREVER),
            SwaggerUi.VERSION + "-swagger-ui-bundle.js",
            new Resource(SCRIPT, THEIRS + "swagger-ui-bundle.js", FOREVER));

    private final PublicDocument document;
    private final Map<Resource, ServedFile> pages = new ConcurrentHashMap<>();

    /** A file of the class path. */
    private record Resource(String mediaType, String path, CacheControl caching) {}

    DocsController(PublicDocument document) {
        this.document = document;
    }

    @GetMapping(path = PublicDocument.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> document(ServerHttpRequest request) {
        return document.get().map(page -> page.answer(request, REVALIDATE));
    }

    @GetMapping("/docs")
    Mono<ResponseEntity<byte[]>> index(ServerHttpRequest request, ServerHttpResponse response) {
        response.getHeaders().set("Content-Security-Policy", POLICY);
        response.getHeaders().set("Referrer-Policy", "no-referrer");
        return Mono.fromCallable(() -> SwaggerUi.index().answer(request, REVALIDATE))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/docs/{file}")
    Mono<ResponseEntity<byte[]>> file(@PathVariable String file, ServerHttpRequest request) {
        Resource resource = FILES.get(file);
        if (resource == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Mono.fromCallable(() -> page(resource).answer(request, resource.caching()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Read when it is first asked for. */
    private ServedFile page(Resource resource) {
        return pages.computeIfAbsent(resource,
                file -> ServedFile.ofResource(file.mediaType(), file.path()));
    }
}
