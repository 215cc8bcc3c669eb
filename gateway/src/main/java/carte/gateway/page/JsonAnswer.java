package carte.gateway.page;

import carte.kit.http.AcceptEncoding;
import carte.kit.http.IfNoneMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHeadResponseDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends content to its reader: 304 to whoever has it, in gzip where that is taken and worth it. */
final class JsonAnswer {

    /** What goes into one packet is no smaller in gzip. */
    private static final int ONE_PACKET = 1_400;

    private JsonAnswer() {}

    static Mono<Void> send(Content content, ServerWebExchange exchange) {
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
        boolean gzip = content.utf8().length > ONE_PACKET
                && AcceptEncoding.gzip(asked.getOrEmpty(HttpHeaders.ACCEPT_ENCODING));
        return gzip
                ? Mono.fromSupplier(() -> gzip(content.utf8()))
                        // A page may hold a large menu, which would hold up an event loop.
                        .subscribeOn(Schedulers.parallel())
                        .doOnNext(_ -> response.getHeaders()
                                .set(HttpHeaders.CONTENT_ENCODING, "gzip"))
                        .flatMap(body -> write(body, response))
                : write(content.utf8(), response);
    }

    private static Mono<Void> write(byte[] body, ServerHttpResponse response) {
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.length);
        return response instanceof HttpHeadResponseDecorator
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
