package carte.gateway.proxy;

import carte.contracts.http.CarteHeaders;
import carte.gateway.route.Route;
import carte.kit.http.MinVersion;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.server.HttpServerRequest;

/** A client's request, complete with its body, that can be sent as often as needed. */
final class Call implements Outgoing {

    private final Route route;
    private final ServerWebExchange exchange;
    private final byte[] body;

    Call(Route route, ServerWebExchange exchange, byte[] body) {
        this.route = route;
        this.exchange = exchange;
        this.body = body;
    }

    @Override
    public boolean isStream() {
        return route.stream();
    }

    @Override
    public boolean hasKey() {
        return route.honoursKeys() && exchange.getRequest().getHeaders()
                .containsHeader(CarteHeaders.IDEMPOTENCY_KEY);
    }

    @Override
    public boolean asksToWait() {
        return SecondAttempt.isRead(method())
                && exchange.getRequest().getQueryParams().containsKey(MinVersion.NAME);
    }

    ServerWebExchange exchange() {
        return exchange;
    }

    @Override
    public HttpMethod method() {
        return exchange.getRequest().getMethod();
    }

    @Override
    public HttpClient.ResponseReceiver<?> to(HttpClient client, URI instance) {
        return client.request(io.netty.handler.codec.http.HttpMethod.valueOf(method().name()))
                .uri(instance + target())
                .send((request, outbound) -> write(instance, request, outbound));
    }

    private Publisher<Void> write(
            URI instance, HttpClientRequest request, NettyOutbound outbound) {
        request.headers(headersFor(instance, request.requestHeaders()));
        return body.length == 0 ? outbound : outbound.sendObject(Unpooled.wrappedBuffer(body));
    }

    /** Returns path and query as they were sent. */
    private String target() {
        URI uri = exchange.getRequest().getURI();
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** Returns the headers to send, of which the tracing agent has added {@code traced}. */
    private HttpHeaders headersFor(URI instance, HttpHeaders traced) {
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
