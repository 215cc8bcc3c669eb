package carte.gateway.edge;

import carte.contracts.http.CarteHeaders;
import carte.gateway.proxy.EarlyRefusals;
import carte.gateway.route.RouteTable;
import carte.kit.http.AcceptEncoding;
import carte.kit.http.IfNoneMatch;
import carte.kit.telemetry.TraceParent;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.function.BooleanSupplier;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * Answers menus that are kept, fresh and ready in their reader's language right behind the HTTP
 * codec, ahead of the web framework, which would take several times as long as the answer; and
 * refuses there what would be refused anyway. Everything else goes on to the framework: anything
 * but a plain {@code GET}, and whatever comes while an earlier request of the same connection is
 * not yet answered, because answers keep the order of the requests.
 */
final class HotPath extends ChannelDuplexHandler {

    private static final String PREFIX = "/api/v1/restaurants/";
    private static final String SUFFIX = "/menu";

    private final EdgeReads reads;
    private final EarlyRefusals refusals;
    private final BooleanSupplier leaving;
    private int passedOn;
    private boolean answered;
    private boolean closing;
    private boolean unflushed;

    HotPath(EdgeReads reads, EarlyRefusals refusals, BooleanSupplier leaving) {
        this.reads = reads;
        this.refusals = refusals;
        this.leaving = leaving;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            // The client has said that it asks for nothing more (RFC 9112, 9.6).
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            answered = mayAnswer(context) && isPlainGet(request)
                    && (answers(context, request) || refuses(context, request));
            if (!answered) {
                passedOn++;
            }
        }
        if (answered) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (unflushed) {
            unflushed = false;
            context.flush();
            readOn(context);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        readOn(context);
        context.fireChannelWritabilityChanged();
    }

    /** The framework asks for the next bytes as it answers, and has not seen anything. */
    private void readOn(ChannelHandlerContext context) {
        if (isNext(context)) {
            context.read();
        }
    }

    /** Before an end the connections end with their next answers, which the framework sees to. */
    private boolean mayAnswer(ChannelHandlerContext context) {
        return isNext(context) && !leaving.getAsBoolean();
    }

    /** A client that does not take its answers gets no more of them. */
    private boolean isNext(ChannelHandlerContext context) {
        return passedOn == 0 && !closing && context.channel().isWritable();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !interim) {
            passedOn--;
        }
        var _ = context.write(message, promise);
    }

    private boolean answers(ChannelHandlerContext context, HttpRequest request) {
        long began = System.nanoTime();
        EdgeAnswer.Menu answer = answerTo(request);
        if (answer == null) {
            return false;
        }
        Span span = Span.current();
        send(context, request, response(request.headers(), answer), RouteTable.MENU_TEMPLATE);
        reads.gaveAhead(answer, span, began);
        return true;
    }

    private boolean refuses(ChannelHandlerContext context, HttpRequest request) {
        long began = System.nanoTime();
        EarlyRefusals.Refusal refusal = refusals.of(request.uri());
        if (refusal == null) {
            return false;
        }
        send(context, request, refusal.response(), refusal.route().template());
        refusals.refused(refusal, System.nanoTime() - began);
        return true;
    }

    private EdgeAnswer.@Nullable Menu answerTo(HttpRequest request) {
        String uri = request.uri();
        if (!uri.endsWith(SUFFIX) || !uri.startsWith(PREFIX)
                || uri.length() <= PREFIX.length() + SUFFIX.length()) {
            return null;
        }
        return reads.hit(uri.substring(PREFIX.length(), uri.length() - SUFFIX.length()),
                request.headers().getAll(HttpHeaderNames.ACCEPT_LANGUAGE));
    }

    private static boolean isPlainGet(HttpRequest request) {
        HttpHeaders headers = request.headers();
        String accept = headers.get(HttpHeaderNames.ACCEPT);
        return request.method().equals(HttpMethod.GET)
                && request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && headers.getAll(HttpHeaderNames.HOST).size() == 1
                && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.UPGRADE)
                && (accept == null || accept.equals("*/*") || accept.equals("application/json"));
    }

    private void send(ChannelHandlerContext context, HttpRequest request,
            FullHttpResponse response, String template) {
        trace(response.headers(), template);
        unflushed = true;
        if (HttpUtil.isKeepAlive(request)) {
            var _ = context.write(response, context.voidPromise());
        } else {
            closing = true;
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            var _ = context.write(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static FullHttpResponse response(HttpHeaders asked, EdgeAnswer.Menu answer) {
        boolean known = asked.contains(HttpHeaderNames.IF_NONE_MATCH) && IfNoneMatch.hasAlready(
                asked.getAll(HttpHeaderNames.IF_NONE_MATCH), answer.form().entityTag());
        boolean gzip = !known && asked.contains(HttpHeaderNames.ACCEPT_ENCODING)
                && AcceptEncoding.gzip(asked.getAll(HttpHeaderNames.ACCEPT_ENCODING));
        byte[] body = answer.form().body(gzip);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                known ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
                known ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body),
                DefaultHttpHeadersFactory.headersFactory().withValidation(false),
                DefaultHttpHeadersFactory.trailersFactory().withValidation(false));
        AnswerHeaders.set(response.headers(), answer);
        if (!known) {
            AnswerHeaders.setBody(response.headers(), answer.form(), gzip);
        }
        return response;
    }

    /** The tracing agent has made a span of the request; only its name is not known to it. */
    private static void trace(HttpHeaders headers, String template) {
        Span span = Span.current();
        String trace = TraceParent.current();
        if (trace != null) {
            headers.set(CarteHeaders.TRACE_RESPONSE, trace);
            if (span.isRecording()) {
                span.updateName("GET " + template);
                span.setAttribute("http.route", template);
            }
        }
    }
}
