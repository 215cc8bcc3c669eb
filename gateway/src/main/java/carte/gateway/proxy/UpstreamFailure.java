package carte.gateway.proxy;

import io.netty.handler.codec.CodecException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Why there is no answer from a service. */
enum UpstreamFailure {
    /** No connection was made, so nothing was sent. */
    NOT_REACHED,
    /** All connections were in use for too long; nothing was sent. */
    BUSY,
    /** The service closed the connection instead of answering. */
    CLOSED,
    /** What came back was not HTTP. */
    GARBLED,
    /** No answer began within the time it was given. */
    TOO_SLOW;

    /** Returns the failure that an error tells of, or nothing if the fault is the gateway's own. */
    static Optional<UpstreamFailure> of(Throwable error) {
        return Optional.ofNullable(switch (error) {
            case ConnectException _,NoRouteToHostException _ -> NOT_REACHED;
            case UnknownHostException _ -> NOT_REACHED;
            case PoolAcquireTimeoutException _,PoolAcquirePendingLimitException _ -> BUSY;
            case TimeoutException _ -> TOO_SLOW;
            case IOException _,AbortedException _ -> CLOSED;
            case CodecException _,IllegalArgumentException _ -> GARBLED;
            default -> null;
        });
    }
}
