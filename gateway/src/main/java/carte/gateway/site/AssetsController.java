package carte.gateway.site;

import carte.gateway.file.ServedFile;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves {@link Assets}. */
@RestController
final class AssetsController {

    private static final CacheControl REVALIDATE = CacheControl.noCache();
    private static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365))
            .cachePublic().immutable();

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    // Where gateways of two versions stand side by side, one is asked for what the other has; what
    // it has instead is better than nothing, and nobody keeps it.
    @GetMapping(Assets.PATH + "{version}/{file}")
    ResponseEntity<byte[]> file(
            @PathVariable String version, @PathVariable String file, ServerHttpRequest request) {
        ServedFile found = assets.find(file)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return found.answer(request, assets.isCurrent(version) ? FOREVER : REVALIDATE);
    }
}
