package carte.order.popularity;

import carte.contracts.http.Rfc3339;
import carte.contracts.json.ContractJson;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * {@code GET /api/v1/popularity}, of named restaurants or of a country's popular ones, for the
 * gateway: clients see the figures on its pages and lists.
 */
@RestController
final class PopularityController {

    private final PopularityReads reads;

    PopularityController(PopularityReads reads) {
        this.reads = reads;
    }

    @GetMapping(path = "/api/v1/popularity", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> read(ServerHttpRequest request) {
        return Mono.fromSupplier(() -> PopularityQuery.of(request.getQueryParams()))
                .flatMap(reads::read)
                .map(figures -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(ContractJson.mapper().writeValueAsBytes(Answer.of(figures))));
    }

    private record Answer(String asOf, long ageMillis, List<Popularity> items) {

        static Answer of(PopularityFigures figures) {
            return new Answer(Rfc3339.millis(figures.asOf()), figures.ageMillis(),
                    figures.items());
        }
    }
}
