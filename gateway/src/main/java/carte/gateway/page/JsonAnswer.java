package carte.gateway.page;

import carte.kit.http.AcceptEncoding;
import carte.kit.http.IfNoneMatch;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Executor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHeadResponseDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends content to its reader: 304 to whoever has it, in gzip where that is taken and worth it. */
final class JsonAnswer {

    /** What goes into one packet is no smaller in gzip. */
    private static final int ONE_PACKET = 1_400;
    private static final long MOST_BYTES = 8_000_000;
    private static final int OVERHEAD_BYTES = 400;

    private final AsyncCache<Tagged, byte[]> compressed;

    /**
     * Takes what compresses.
     *
     * @param executor a page may hold a large menu, which would hold up an event loop
     */
    JsonAnswer(Executor executor) {
        compressed = Caffeine.newBuilder()
                .executor(executor)
                .maximumWeight(MOST_BYTES)
                .weigher((Tagged _, byte[] gzip) -> OVERHEAD_BYTES + gzip.length)
                .buildAsync();
    }

    /** A tag says what is the same at one address only. */
    private record Tagged(String path, String entityTag) {}

    Mono<Void> send(Content content, ServerWebExchange exchange) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setETag(content.entityTag());
        response.getHeaders().setCacheControl("no-cache");
        if (IfNoneMatch.hasAlready(
                asked.getOrEmpty(HttpHeaders.IF_NONE_MATCH), content.entityTag())) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        response.setStatusCode(HttpStatus.OK);
        boolean gzip = content.length() > ONE_PACKET
                && AcceptEncoding.gzip(asked.getOrEmpty(HttpHeaders.ACCEPT_ENCODING));
        return gzip
                ? gzip(content, exchange.getRequest().getPath().value())
                        .doOnNext(_ -> response.getHeaders()
                                .set(HttpHeaders.CONTENT_ENCODING, "gzip"))
                        .flatMap(body -> write(body, response))
                : write(content.utf8(), response);
    }

    private Mono<byte[]> gzip(Content content, String path) {
        return Mono.fromFuture(() -> compressed.get(
                new Tagged(path, content.entityTag()), _ -> content.gzip()), true);
    }

    private static Mono<Void> write(byte[] body, ServerHttpResponse response) {
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.length);
        return response instanceof HttpHeadResponseDecorator
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
