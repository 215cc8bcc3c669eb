package carte.kit.redis;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Has a connection to Redis read on, whatever the driver thinks of it. Where an answer comes in
 * parts and its reader has not taken the first ones yet, Lettuce (7.5) stops reading until the
 * reader wants more. If it takes them at that very moment it wants nothing more, and the
 * connection, which all share, stands still until the command has timed out. Answers here are of
 * bounded size, so what is not taken yet is kept.
 */
@Sharable
final class ReadsOn extends ChannelInboundHandlerAdapter {

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        context.channel().config().setAutoRead(true);
    }
}
