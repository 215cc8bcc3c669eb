package carte.gateway.docs;

import carte.contracts.json.ContractJson;
import carte.gateway.file.ServedFile;
import carte.gateway.proxy.ServiceReads;
import carte.gateway.proxy.WholeAnswer;
import carte.kit.load.SingleFlight;
import carte.kit.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document of the whole public API as the services describe it. It is asked for when somebody
 * reads it, kept for a while, and kept on where a service is away.
 */
final class PublicDocument {

    static final String PATH = "/openapi.json";

    private static final Logger LOG = LoggerFactory.getLogger(PublicDocument.class);
    private static final Duration KEPT = Duration.ofSeconds(60);
    // A service makes its document when it is first asked, which may take longer than one read.
    private static final int MORE_TRIES = 2;

    private final Supplier<ObjectNode> own;
    private final List<ServiceReads> services;
    private final Clock clock;
    private final SingleFlight<String, Kept> loads = new SingleFlight<>(_ -> load());
    private volatile @Nullable Kept kept;

    /** A document and until when it need not be asked for again. */
    private record Kept(ServedFile page, Instant until) {}

    PublicDocument(Supplier<ObjectNode> own, List<ServiceReads> services, Clock clock) {
        this.own = own;
        this.services = List.copyOf(services);
        this.clock = clock;
    }

    /** Returns the document; 503 if a service is away and was never heard. */
    Mono<ServedFile> get() {
        Kept known = kept;
        if (known != null && clock.instant().isBefore(known.until())) {
            return Mono.just(known.page());
        }
        return loads.get(PATH).map(Kept::page)
                .onErrorResume(error -> known == null
                        ? Mono.error(unavailable(error))
                        : Mono.just(known.page()));
    }

    private Mono<Kept> load() {
        return Flux.fromIterable(services)
                .concatMap(service -> service.get(PATH).retry(MORE_TRIES))
                .map(PublicDocument::parse)
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(this::merge)
                .doOnNext(merged -> kept = merged)
                .doOnError(error -> LOG.warn("the OpenAPI document is not to be had: {}",
                        error.getMessage()));
    }

    private Kept merge(List<ObjectNode> ofServices) {
        List<ObjectNode> all = new ArrayList<>();
        all.add(own.get());
        all.addAll(ofServices);
        byte[] json = ContractJson.mapper().writeValueAsBytes(ApiMerge.of(all));
        return new Kept(ServedFile.of("application/json", json), clock.instant().plus(KEPT));
    }

    private static ObjectNode parse(WholeAnswer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("a service answered " + answer.status());
        }
        return (ObjectNode) ContractJson.mapper().readTree(answer.plainBody());
    }

    private static ProblemException unavailable(Throwable cause) {
        return ProblemException.unavailable(
                "a service that describes a part of it is away", Duration.ofSeconds(1), cause);
    }
}
