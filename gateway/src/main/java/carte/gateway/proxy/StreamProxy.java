package carte.gateway.proxy;

import org.reactivestreams.Publisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Passes on answers that have no end: each piece at once, until one of both sides leaves or the
 * gateway stops.
 */
final class StreamProxy implements WebHandler, SmartLifecycle {

    private final WebHandler proxy;
    private final Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;

    /** Takes what has the calls answered, with time for it and connections of its own. */
    StreamProxy(WebHandler proxy) {
        this.proxy = proxy;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        return proxy.handle(exchange.getRequest().getMethod().equals(HttpMethod.GET)
                ? exchange.mutate().response(new Unbuffered(exchange.getResponse())).build()
                : exchange);
    }

    /** An answer whose pieces do not wait for each other. */
    private final class Unbuffered extends ServerHttpResponseDecorator {

        Unbuffered(ServerHttpResponse response) {
            super(response);
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return getDelegate().writeAndFlushWith(
                    Flux.from(body).takeUntilOther(end.asMono()).map(Mono::just));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends all answers, which would hold up the shutdown: their clients connect elsewhere. */
    @Override
    public void stop() {
        running = false;
        var _ = end.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the server begins to wait for the end of requests. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
