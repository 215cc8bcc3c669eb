package carte.gateway.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends the connection of a client that takes nothing of what waits for it. */
final class StalledAnswers extends ChannelInboundHandlerAdapter {

    private final Duration patience;
    private final Runnable stalled;
    private @Nullable Future<?> look;

    /**
     * Where a client is in what waits for it: at which message, and how far in that. What has been
     * added behind it does not matter.
     */
    private record Waiting(int first, long taken) {

        static Waiting of(Channel channel) {
            ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
            // Without one the connection has been closed.
            return buffer == null
                    ? new Waiting(0, 0)
                    : new Waiting(System.identityHashCode(buffer.current()),
                            buffer.currentProgress());
        }
    }

    /** Takes who is told of a client that was cut off. */
    StalledAnswers(Duration patience, Runnable stalled) {
        this.patience = patience;
        this.stalled = stalled;
    }

    // As long as a client takes what it is sent there is nothing to look after.
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (!context.channel().isWritable() && look == null) {
            // Behind the flush of what has made it so, which may be all that there is to take.
            look = context.executor().submit(() -> lookLater(context));
        }
        context.fireChannelWritabilityChanged();
    }

    private void lookLater(ChannelHandlerContext context) {
        Channel channel = context.channel();
        Waiting before = Waiting.of(channel);
        look = context.executor().schedule(() -> {
            look = null;
            if (channel.isWritable()) {
                return;
            }
            if (!Waiting.of(channel).equals(before)) {
                lookLater(context);
            } else {
                stalled.run();
                var _ = context.close();
            }
        }, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (look != null) {
            look.cancel(false);
        }
        context.fireChannelInactive();
    }
}
