package carte.gateway.proxy;

import java.net.URI;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;

/** An answer that has begun, with its content still to come. */
final class Begun {

    private final URI instance;
    private final HttpClientResponse head;
    private final ByteBufFlux content;
    private final long nanos;
    private final Sinks.Empty<Void> used = Sinks.empty();

    Begun(URI instance, HttpClientResponse head, ByteBufFlux content, long nanos) {
        this.instance = instance;
        this.head = head;
        this.content = content;
        this.nanos = nanos;
    }

    URI instance() {
        return instance;
    }

    HttpClientResponse head() {
        return head;
    }

    ByteBufFlux content() {
        return content;
    }

    /** Returns how long it took to begin since this instance was asked. */
    long nanos() {
        return nanos;
    }

    int status() {
        return head.status().code();
    }

    /** Tells that the service says it cannot serve, or a proxy in front of it does. */
    boolean isUnable() {
        int status = status();
        return status == 502 || status == 503 || status == 504;
    }

    /** Returns the answer, open until it has been used. */
    Flux<Begun> untilUsed() {
        return Flux.concat(Mono.just(this), used.asMono().then(Mono.empty()));
    }

    /** Gives the connection back, or ends it where content is left. */
    void used() {
        used.tryEmitEmpty();
    }
}
