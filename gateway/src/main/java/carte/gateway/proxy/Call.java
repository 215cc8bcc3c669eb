package carte.gateway.proxy;

import carte.gateway.route.Route;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.server.HttpServerRequest;

/** A client's request, complete with its body, that can be sent as often as needed. */
final class Call {

    private final Route route;
    private final ServerWebExchange exchange;
    private final byte[] body;

    Call(Route route, ServerWebExchange exchange, byte[] body) {
        this.route = route;
        this.exchange = exchange;
        this.body = body;
    }

    /** Tells whether the answer goes on until somebody leaves. */
    boolean stream() {
        return route.stream();
    }

    ServerWebExchange exchange() {
        return exchange;
    }

    HttpMethod method() {
        return exchange.getRequest().getMethod();
    }

    byte[] body() {
        return body;
    }

    /** Returns path and query as they were sent. */
    String target() {
        URI uri = exchange.getRequest().getURI();
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** Returns the headers to send, of which the tracing agent has added {@code traced}. */
    HttpHeaders headersFor(URI instance, HttpHeaders traced) {
        ServerHttpRequest request = exchange.getRequest();
        HttpServerRequest client = ServerHttpRequestDecorator.getNativeRequest(request);
        return RequestHeaders.of(
                client.requestHeaders(), traced, instance, host(request.getRemoteAddress()),
                body.length);
    }

    private static @Nullable String host(@Nullable InetSocketAddress address) {
        return address == null || address.getAddress() == null
                ? null
                : address.getAddress().getHostAddress();
    }

    @Override
    public String toString() {
        return method() + " " + exchange.getRequest().getURI().getRawPath();
    }
}
