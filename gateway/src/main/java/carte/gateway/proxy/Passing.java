package carte.gateway.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The passing on of one answer that has begun. It fails with {@link NoAnswer} as long as the client
 * has not been sent anything; after that an answer that breaks off breaks the client's connection
 * off, because a cut answer must not look like a whole one.
 */
final class Passing {

    private static final Logger LOG = LoggerFactory.getLogger(Passing.class);

    private final Call call;
    private final Begun begun;
    private final Streams streams;
    private final ServerHttpResponse response;

    Passing(Call call, Begun begun, Streams streams) {
        this.call = call;
        this.begun = begun;
        this.streams = streams;
        this.response = call.exchange().getResponse();
    }

    /** Completes when the answer has been passed on, or has been broken off. */
    Mono<Void> run(Duration untilEnd) {
        if (begun.status() >= 500) {
            LOG.warn("{} {}: answered by {}", call, begun.status(), begun.instance());
        }
        Flux<ByteBuf> content = begun.content().onErrorMap(BrokenOff::new);
        Mono<Void> passing = Answers.passOn(begun.head(),
                call.isStream() ? streams.ending(content) : content, response, call.isStream());
        // A reader that is slower than the service must not look like a service that has stopped,
        // so the time between two pieces of an answer is not limited, only the whole.
        return (call.isStream() ? passing : passing.timeout(untilEnd)).onErrorResume(this::end);
    }

    private Mono<Void> end(Throwable error) {
        boolean serviceFailed = error instanceof BrokenOff || error instanceof TimeoutException;
        if (response.isCommitted()) {
            if (serviceFailed) {
                LOG.warn("{} broken off: {} did not finish its answer", call, begun.instance());
            } else {
                LOG.debug("{} broken off: the client has gone", call);
            }
            return breakOff();
        }
        ResponseHeaders.takeBack(client().responseHeaders());
        Throwable cause = error instanceof BrokenOff && error.getCause() != null
                ? error.getCause()
                : error;
        return Mono.error(serviceFailed ? NoAnswer.of(cause, begun.instance()) : error);
    }

    private Mono<Void> breakOff() {
        client().withConnection(Passing::reset);
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
