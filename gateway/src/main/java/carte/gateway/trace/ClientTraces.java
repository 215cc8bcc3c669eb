package carte.gateway.trace;

import carte.gateway.limit.InnerCalls;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;

/**
 * Decides what a client's trace headers are worth, right behind the HTTP codec and so before the
 * tracing agent reads them. A client may say that its request is not to be sampled; that one is, or
 * what is to be written into every span of it, only a trusted proxy in front may say.
 */
@Sharable
final class ClientTraces extends ChannelInboundHandlerAdapter {

    private static final String TRACE_PARENT = "traceparent";
    private static final String TRACE_STATE = "tracestate";
    private static final String BAGGAGE = "baggage";
    // 00-TRACE-SPAN-FLAGS
    private static final int LENGTH = 55;

    private final boolean trusting;
    private final InnerCalls innerCalls;

    /** Takes whether whoever connects is a proxy of ours, and what this process asks itself. */
    ClientTraces(boolean trusting, InnerCalls innerCalls) {
        this.trusting = trusting;
        this.innerCalls = innerCalls;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            HttpHeaders headers = request.headers();
            headers.remove(BAGGAGE);
            if (!trusting && headers.contains(TRACE_PARENT)
                    && !asksNotToBeSampled(headers.getAll(TRACE_PARENT))
                    && !innerCalls.isInner(headers.get(InnerCalls.HEADER))) {
                headers.remove(TRACE_PARENT);
                headers.remove(TRACE_STATE);
            }
        }
        context.fireChannelRead(message);
    }

    private static boolean asksNotToBeSampled(List<String> parents) {
        String parent = parents.getFirst();
        return parents.size() == 1
                && parent.length() == LENGTH
                && Character.digit(parent.charAt(LENGTH - 1), 16) % 2 == 0;
    }
}
