package carte.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StalledAnswersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANSWER = 2_000_000;

    private final AtomicInteger cutOff = new AtomicInteger();
    private final SlowChannel client = new SlowChannel(
            new StalledAnswers(PATIENCE, cutOff::incrementAndGet));

    @AfterEach
    void close() {
        client.releaseOutbound();
        var _ = client.close();
    }

    @Test
    void whoTakesNothingIsCutOff() {
        send();
        waits(PATIENCE);
        assertThat(client.isOpen()).isFalse();
        assertThat(cutOff).hasValue(1);
    }

    @Test
    void whoTakesNothingIsCutOffThoughMoreIsAdded() {
        send();
        waits(PATIENCE.minusSeconds(1));
        send();
        waits(Duration.ofSeconds(1));
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void whoTakesOneLargeAnswerSlowlyIsLeftAlone() {
        send();
        for (int i = 0; i < 20; i++) {
            client.takes(1_000);
            waits(PATIENCE);
            assertThat(client.isOpen()).isTrue();
        }
        waits(PATIENCE);
        assertThat(client.isOpen()).isFalse();
    }

    private void send() {
        var _ = client.writeAndFlush(Unpooled.buffer(ANSWER).writeZero(ANSWER));
        client.runPendingTasks();
    }

    private void waits(Duration time) {
        client.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        client.runPendingTasks();
    }

    /** A channel whose other end takes only what it is told to take. */
    private static final class SlowChannel extends EmbeddedChannel {

        SlowChannel(StalledAnswers answers) {
            super(answers);
            freezeTime();
        }

        void takes(long bytes) {
            unsafe().outboundBuffer().removeBytes(bytes);
        }

        @Override
        protected void doWrite(ChannelOutboundBuffer waiting) {
            // Whoever is at the other end does not read by itself.
        }
    }
}
