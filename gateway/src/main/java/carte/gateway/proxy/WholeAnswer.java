package carte.gateway.proxy;

import carte.contracts.menu.CompressedMenu;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHeadResponseDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** A service's answer with all of its body, as it came. */
public final class WholeAnswer {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    /** Takes an answer; the body is not copied and must not change. */
    public WholeAnswer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the headers as they came. */
    public HttpHeaders headers() {
        return headers;
    }

    /** Returns the body as it came, which the caller must not change. */
    public byte[] body() {
        return body;
    }

    /** Returns the body out of its gzip, which the caller must not change. */
    public byte[] plainBody() {
        return isGzip() ? CompressedMenu.ofGzip(body).expand().utf8() : body;
    }

    /** Tells whether the body is in gzip. */
    public boolean isGzip() {
        return headers.contains(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP, true);
    }

    /** Passes the answer on to a client, who may not take gzip. */
    public Mono<Void> sendTo(ServerHttpResponse client) {
        HttpServerResponse out = ServerHttpResponseDecorator.getNativeResponse(client);
        ResponseHeaders.copy(headers, out.responseHeaders());
        byte[] plain = plainBody();
        out.responseHeaders().remove(HttpHeaderNames.CONTENT_ENCODING);
        out.responseHeaders().remove(HttpHeaderNames.CONTENT_LENGTH);
        client.setRawStatusCode(status);
        if (client instanceof HttpHeadResponseDecorator || plain.length == 0) {
            return client.setComplete();
        }
        client.getHeaders().setContentLength(plain.length);
        return client.writeWith(Mono.just(client.bufferFactory().wrap(plain)));
    }
}
