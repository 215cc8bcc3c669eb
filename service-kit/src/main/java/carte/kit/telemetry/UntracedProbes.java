package carte.kit.telemetry;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Keeps health checks and scrapes, which come all the time, out of the trace viewer: right behind
 * the codec and ahead of the tracing agent, they are given a parent that is not sampled.
 */
@Sharable
final class UntracedProbes extends ChannelInboundHandlerAdapter {

    static final UntracedProbes INSTANCE = new UntracedProbes();

    private UntracedProbes() {}

    static HttpServer in(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "carte.untraced-probes", INSTANCE));
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
