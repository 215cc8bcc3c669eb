package carte.gateway.site;

import carte.contracts.json.ContractJson;
import carte.gateway.limit.InnerCalls;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The public API as the pages call it: over HTTP like anybody else, so that a page shows nothing
 * that could not be had without it. An answer that does not come is one of status 503.
 */
public final class PublicApi {

    private static final Logger LOG = LoggerFactory.getLogger(PublicApi.class);

    private static final byte[] NOTHING = {};

    private final WebClient client;
    private final Supplier<URI> address;
    private final InnerCalls innerCalls;
    private final Duration patience;

    PublicApi(
            WebClient client, Supplier<URI> address, InnerCalls innerCalls, Duration patience) {
        this.client = client;
        this.address = address;
        this.innerCalls = innerCalls;
        this.patience = patience;
    }

    /** Reads; the path begins with {@code /api/v1} and is encoded already. */
    public Mono<ApiAnswer> get(String pathAndQuery, Visit visit) {
        return exchange(HttpMethod.GET, pathAndQuery, null, Map.of(), visit);
    }

    /**
     * Calls with any method.
     *
     * @param content what is sent as JSON, or as it is where it is a {@code byte[]}, whose type
     * {@code headers} name then; null for nothing
     */
    public Mono<ApiAnswer> send(
            HttpMethod method,
            String pathAndQuery,
            @Nullable Object content,
            Map<String, String> headers,
            Visit visit) {
        return exchange(method, pathAndQuery, content, headers, visit);
    }

    private Mono<ApiAnswer> exchange(
            HttpMethod method,
            String pathAndQuery,
            @Nullable Object content,
            Map<String, String> more,
            Visit visit) {
        WebClient.RequestBodySpec request = client.method(method)
                .uri(address.get().resolve(pathAndQuery))
                .headers(headers -> addHeaders(headers, content, more, visit));
        if (content != null) {
            request.bodyValue(content instanceof byte[] bytes
                    ? bytes
                    : ContractJson.mapper().writeValueAsBytes(content));
        }
        return request.exchangeToMono(response -> response.toEntity(byte[].class))
                .timeout(patience)
                // A menu may be large, and no event loop should read it or make a page of it.
                .publishOn(Schedulers.boundedElastic())
                .map(PublicApi::answer)
                .onErrorResume(PublicApi::isAway, error -> {
                    LOG.warn("{} {} was not answered: {}", method, pathAndQuery,
                            error.getMessage());
                    return Mono.just(ApiAnswer.away());
                });
    }

    private void addHeaders(
            HttpHeaders headers,
            @Nullable Object content,
            Map<String, String> more,
            Visit visit) {
        headers.set(InnerCalls.HEADER, innerCalls.secret());
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, visit.locale().toLanguageTag());
        visit.token().ifPresent(headers::setBearerAuth);
        if (content != null) {
            headers.setContentType(MediaType.APPLICATION_JSON);
        }
        more.forEach(headers::set);
    }

    private static ApiAnswer answer(ResponseEntity<byte[]> entity) {
        return ApiAnswer.of(entity.getStatusCode().value(), entity.getHeaders(),
                Objects.requireNonNullElse(entity.getBody(), NOTHING));
    }

    private static boolean isAway(Throwable error) {
        return error instanceof TimeoutException || error instanceof WebClientRequestException;
    }
}
