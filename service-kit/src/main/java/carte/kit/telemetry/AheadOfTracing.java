package carte.kit.telemetry;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import java.util.List;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * The place right behind the HTTP codec. The tracing agent puts itself there, and what is added
 * behind the codec behind itself; whoever is added before the codec's neighbour sees requests
 * first.
 */
public final class AheadOfTracing {

    private AheadOfTracing() {}

    /** Puts a handler that all connections share there. */
    public static HttpServer put(HttpServer server, String name, ChannelHandler handler) {
        return server.doOnChannelInit((_, channel, _) -> {
            ChannelPipeline pipeline = channel.pipeline();
            List<String> names = pipeline.names();
            String neighbour = names.get(names.indexOf(NettyPipeline.HttpCodec) + 1);
            pipeline.addBefore(neighbour, name, handler);
        });
    }
}
