package carte.kit.redis;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Has the driver fail at once while Redis is away, be back soon after, and never stop reading. */
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
@ConditionalOnClass({RedisClient.class, LettuceClientOptionsBuilderCustomizer.class})
public class LettuceAutoConfiguration {

    /** A Redis that is silent but connected must not fill the memory with what waits for it. */
    private static final int MOST_UNANSWERED_COMMANDS = 10_000;
    private static final Duration SHORTEST_RECONNECT_DELAY = Duration.ofMillis(10);
    private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofMillis(250);

    @Bean
    LettuceClientOptionsBuilderCustomizer failFastWhileDisconnected() {
        // Commands that queue up while Redis is away would hold their callers, and would be sent
        // all at once when it is back, long after anybody waits for their answers.
        return options -> options
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_UNANSWERED_COMMANDS)
                .autoReconnect(true);
    }

    @Bean
    ClientResourcesBuilderCustomizer reconnectQuickly() {
        return resources -> resources.reconnectDelay(Delay.exponential(
                SHORTEST_RECONNECT_DELAY, LONGEST_RECONNECT_DELAY, 2, TimeUnit.MILLISECONDS));
    }

    @Bean
    ClientResourcesBuilderCustomizer readOn() {
        var readsOn = new ReadsOn();
        return resources -> resources.nettyCustomizer(new NettyCustomizer() {
            @Override
            public void afterChannelInitialized(Channel channel) {
                channel.pipeline().addFirst(readsOn);
            }
        });
    }
}
