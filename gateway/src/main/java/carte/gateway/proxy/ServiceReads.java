package carte.gateway.proxy;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/** Reads from one service on the gateway's own behalf: whole answers, kept for many clients. */
public final class ServiceReads {

    private static final byte[] NO_BODY = {};

    private final Upstream upstream;
    private final Duration timeout;

    ServiceReads(Upstream upstream, Duration timeout) {
        this.upstream = upstream;
        this.timeout = timeout;
    }

    /**
     * Reads {@code target}, in gzip where the service likes; a second instance is asked where that
     * may help. Fails with the problem to answer with.
     */
    public Mono<WholeAnswer> get(String target) {
        return upstream.ask(new OwnGet(target, false), this::whole);
    }

    /** Reads what a client wants the service to wait for; no second instance is asked. */
    public Mono<WholeAnswer> getWaiting(String target) {
        return upstream.ask(new OwnGet(target, true), this::whole);
    }

    private Mono<WholeAnswer> whole(Begun begun) {
        return begun.content().aggregate().asByteArray()
                .defaultIfEmpty(NO_BODY)
                .map(bytes -> new WholeAnswer(
                        begun.status(), begun.head().responseHeaders(), bytes))
                .timeout(timeout, Mono.error(() -> new TimeoutException("no end of the answer")))
                .onErrorMap(error -> NoAnswer.of(error, begun.instance()));
    }
}
