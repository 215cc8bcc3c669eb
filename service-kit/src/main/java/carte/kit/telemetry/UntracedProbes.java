package carte.kit.telemetry;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import reactor.netty.http.server.HttpServer;

/**
 * Keeps health checks and scrapes, which come all the time, out of the trace viewer: before the
 * tracing agent sees them, they are given a parent that is not sampled.
 */
@Sharable
final class UntracedProbes extends ChannelInboundHandlerAdapter {

    static final UntracedProbes INSTANCE = new UntracedProbes();

    private UntracedProbes() {}

    static HttpServer in(HttpServer server) {
        return AheadOfTracing.put(server, "carte.untraced-probes", INSTANCE);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && isProbe(request.uri())) {
            request.headers().set(TraceParent.HEADER, TraceParent.NO_TRACE);
        }
        context.fireChannelRead(message);
    }

    private static boolean isProbe(String uri) {
        return uri.equals("/readyz") || uri.equals("/livez") || uri.startsWith("/actuator/");
    }
}
