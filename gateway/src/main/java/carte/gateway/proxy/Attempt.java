package carte.gateway.proxy;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerResponse;

/**
 * One try to have one instance answer a call. It fails with {@link NoAnswer} as long as the client
 * has not been sent anything; after that an answer that breaks off breaks the client's connection
 * off, because a cut answer must not look like a whole one.
 */
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final Mono<Void> TIME_IS_UP = Mono
            .error(() -> new TimeoutException("time is up"));

    private final Call call;
    private final URI instance;
    private final ServerHttpResponse response;
    private volatile boolean answering;

    Attempt(Call call, URI instance) {
        this.call = call;
        this.instance = instance;
        this.response = call.exchange().getResponse();
    }

    /** Sends the call; completes when the answer has been passed on. */
    Mono<Void> run(HttpClient client, Duration untilAnswer, Duration untilEnd) {
        return client.request(HttpMethod.valueOf(call.method().name()))
                .uri(instance + call.target())
                .send(this::write)
                .response(this::passOn)
                .timeout(deadline(untilAnswer, untilEnd), _ -> Mono.never(), TIME_IS_UP)
                .onErrorResume(this::end)
                .then();
    }

    private Publisher<Void> write(HttpClientRequest request, NettyOutbound outbound) {
        request.headers(call.headersFor(instance, request.requestHeaders()));
        return call.body().length == 0
                ? outbound
                : outbound.sendObject(Unpooled.wrappedBuffer(call.body()));
    }

    private Mono<Void> passOn(HttpClientResponse answer, ByteBufFlux content) {
        answering = true;
        if (answer.status().code() >= 500) {
            LOG.warn("{} {}: answered by {}", call, answer.status().code(), instance);
        }
        return Answers.passOn(answer, content.onErrorMap(BrokenOff::new), response,
                call.stream());
    }

    // A reader that is slower than the service must not look like a service that has stopped, so
    // the time between two pieces of an answer is not limited, only the whole.
    private Mono<?> deadline(Duration untilAnswer, Duration untilEnd) {
        return Mono.delay(untilAnswer)
                .filter(_ -> !answering)
                .switchIfEmpty(call.stream()
                        ? Mono.never()
                        : Mono.delay(untilEnd.minus(untilAnswer)));
    }

    private Mono<Void> end(Throwable error) {
        boolean serviceFailed = !answering
                || error instanceof BrokenOff || error instanceof TimeoutException;
        if (response.isCommitted()) {
            if (serviceFailed) {
                LOG.warn("{} broken off: {} did not finish its answer", call, instance);
            } else {
                LOG.debug("{} broken off: the client has gone", call);
            }
            return breakOff();
        }
        ResponseHeaders.takeBack(client().responseHeaders());
        Throwable cause = error instanceof BrokenOff && error.getCause() != null
                ? error.getCause()
                : error;
        return Mono.error(serviceFailed
                ? UpstreamFailure.of(cause)
                        .<Throwable>map(failure -> new NoAnswer(failure, instance, cause))
                        .orElse(error)
                : error);
    }

    private Mono<Void> breakOff() {
        client().withConnection(Attempt::reset);
        return Mono.empty();
    }

    // A reset is seen even where the end of the connection is the end of the answer.
    private static void reset(Connection connection) {
        connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        connection.dispose();
    }

    private HttpServerResponse client() {
        return ServerHttpResponseDecorator.getNativeResponse(response);
    }
}
