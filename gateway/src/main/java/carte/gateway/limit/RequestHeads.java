package carte.gateway.limit;

import carte.contracts.json.ContractJson;
import carte.kit.problem.Problem;
import carte.kit.problem.ProblemType;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the heads of a connection's requests arrive in time, and says in a problem
 * document what is wrong with one that cannot be read, which the server below would leave out.
 * It stands right behind the HTTP codec, with {@link #bytes()} ahead of that; both run on the
 * connection's event loop.
 */
final class RequestHeads extends ChannelDuplexHandler {

    private final Duration timeout;
    private final Runnable tooSlow;
    private boolean awaited = true;
    private boolean ended;
    private int unanswered;
    private @Nullable ChannelFuture refusal;
    private @Nullable Future<?> deadline;

    /** Takes who is told of a client that was too slow. */
    RequestHeads(Duration timeout, Runnable tooSlow) {
        this.timeout = timeout;
        this.tooSlow = tooSlow;
    }

    /** Returns what has to see the bytes as they arrive. */
    ChannelHandler bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelActive(ChannelHandlerContext context) {
                expect(context);
                context.fireChannelActive();
            }

            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                ended = false;
                context.fireChannelRead(message);
                // Bytes of which no head came and no request ended are the begin of a head.
                if (awaited && !ended) {
                    expect(context);
                }
            }
        };
    }

    private void expect(ChannelHandlerContext context) {
        if (deadline == null) {
            deadline = context.executor().schedule(() -> {
                tooSlow.run();
                var _ = context.close();
            }, timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void arrived() {
        awaited = false;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refusal != null) {
            // An end ahead of the rest of the request could take the answer along.
            endWith(refusal, message);
            return;
        }
        if (message instanceof HttpRequest request) {
            arrived();
            // An answer that is still due has to come first, and the server below knows when.
            Problem problem = unanswered == 0 ? problem(request) : null;
            if (problem != null) {
                refusal = refuse(context, problem);
                expect(context);
                endWith(refusal, message);
                return;
            }
            unanswered++;
        }
        if (message instanceof LastHttpContent) {
            awaited = true;
            ended = true;
        }
        context.fireChannelRead(message);
    }

    private static void endWith(ChannelFuture refusal, Object message) {
        if (message instanceof LastHttpContent) {
            refusal.addListener(ChannelFutureListener.CLOSE);
        }
        ReferenceCountUtil.release(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (refusal != null) {
            context.read();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !interim) {
            unanswered--;
        }
        var _ = context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived();
        context.fireChannelInactive();
    }

    private static ChannelFuture refuse(ChannelHandlerContext context, Problem problem) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(problem.status()),
                Unpooled.wrappedBuffer(ContractJson.mapper().writeValueAsBytes(problem)));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return context.writeAndFlush(response);
    }

    private static @Nullable Problem problem(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return problem(request.decoderResult().cause());
        }
        String fault = RequestTarget.fault(request.uri());
        return fault == null
                ? null
                : Problem.of(ProblemType.MALFORMED_REQUEST,
                        "the address cannot be read as a URI: " + fault);
    }

    private static Problem problem(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> Problem.of(ProblemType.ADDRESS_TOO_LONG,
                    "the first line of the request is longer than is taken here");
            case TooLongHttpHeaderException _ -> Problem.of(ProblemType.HEADERS_TOO_LARGE,
                    "the headers are larger than is taken here");
            default -> Problem.of(ProblemType.MALFORMED_REQUEST, "this is not HTTP/1.1");
        };
    }
}
