package carte.gateway;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** A service that answers as it is told to and remembers what it was asked. */
final class StubService implements AutoCloseable {

    private final List<Received> received = new CopyOnWriteArrayList<>();
    // A closing gateway stops the event loops that are shared by default.
    private final LoopResources loops = LoopResources.create("stub", 2, true);
    private final DisposableServer server;
    private volatile Behaviour behaviour = (_, response) -> response.send();
    private volatile Behaviour readiness = (_, response) -> response.send();

    StubService() {
        server = HttpServer.create()
                // It takes whatever the gateway takes.
                .httpRequestDecoder(decoder -> decoder
                        .maxInitialLineLength(16_384).maxHeaderSize(32_768))
                .runOn(loops).host("localhost").port(0).handle(this::handle)
                .bindNow();
    }

    /** What a service does with a request that it has read. */
    interface Behaviour
            extends
                BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {}

    /** A request as it arrived. */
    static final class Received {

        private final HttpServerRequest request;
        private final byte[] body;

        Received(HttpServerRequest request, byte[] body) {
            this.request = request;
            this.body = body;
        }

        HttpServerRequest request() {
            return request;
        }

        byte[] body() {
            return body;
        }

        String header(String name) {
            return String.join("|", request.requestHeaders().getAll(name));
        }
    }

    void answers(Behaviour newBehaviour) {
        behaviour = newBehaviour;
        received.clear();
    }

    Behaviour behaviour() {
        return behaviour;
    }

    void answers(int status, String body) {
        answers((_, response) -> response.status(status).sendString(Mono.just(body)));
    }

    /** From now on says this status when it is asked whether it is ready. */
    void isReady(int status) {
        readiness = (_, response) -> response.status(status).send();
    }

    /** From now on takes requests and never answers, as a process that was stopped. */
    void freezes() {
        readiness = (_, _) -> Mono.never();
        answers((_, _) -> Mono.never());
    }

    /** From now on ends connections instead of answering where {@code which} says so. */
    void hangsUp(BooleanSupplier which) {
        answers((_, response) -> which.getAsBoolean()
                ? Mono.fromRunnable(() -> response.withConnection(Connection::dispose))
                : response.sendString(Mono.just("menu")));
    }

    URI address() {
        return URI.create("http://localhost:" + server.port());
    }

    List<Received> received() {
        return received;
    }

    Received onlyRequest() {
        if (received.size() != 1) {
            throw new AssertionError("expected one request but there were " + received.size());
        }
        return received.getFirst();
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        if (request.uri().equals("/readyz")) {
            return Mono.from(readiness.apply(request, response));
        }
        return request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0])
                .flatMap(body -> {
                    received.add(new Received(request, body));
                    return Mono.from(behaviour.apply(request, response));
                });
    }

    @Override
    public void close() {
        server.disposeNow();
        loops.dispose();
    }
}
