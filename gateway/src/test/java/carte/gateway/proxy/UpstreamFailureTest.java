package carte.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class UpstreamFailureTest {

    @Test
    void knowsWhenNothingWasSent() {
        assertThat(UpstreamFailure.of(new ConnectException("refused")))
                .hasValue(UpstreamFailure.NOT_REACHED);
        assertThat(UpstreamFailure.of(new ConnectTimeoutException()))
                .hasValue(UpstreamFailure.NOT_REACHED);
        assertThat(UpstreamFailure.of(new UnknownHostException("menu")))
                .hasValue(UpstreamFailure.NOT_REACHED);
    }

    @Test
    void knowsWhatWentWrongAfterwards() {
        assertThat(UpstreamFailure.of(new TimeoutException())).hasValue(UpstreamFailure.TOO_SLOW);
        assertThat(UpstreamFailure.of(new ClosedChannelException()))
                .hasValue(UpstreamFailure.CLOSED);
        assertThat(UpstreamFailure.of(new IOException("Connection reset by peer")))
                .hasValue(UpstreamFailure.CLOSED);
        assertThat(UpstreamFailure.of(new TooLongHttpHeaderException("too long")))
                .hasValue(UpstreamFailure.GARBLED);
        assertThat(UpstreamFailure.of(new IllegalArgumentException("invalid version format")))
                .hasValue(UpstreamFailure.GARBLED);
    }

    @Test
    void doesNotBlameTheServiceForFaultsOfTheGateway() {
        assertThat(UpstreamFailure.of(new NullPointerException())).isEmpty();
    }
}
