package carte.gateway.limit;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import reactor.netty.NettyPipeline;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LimitSettings.class, RateSettings.class})
class LimitConfiguration {

    @Bean
    RedisRates redisRates(
            ReactiveRedisConnectionFactory connections,
            RateSettings settings,
            CircuitBreakerRegistry breakers) {
        return new RedisRates(connections, settings.timeout(), breakers);
    }

    @Bean
    InnerCalls innerCalls() {
        return new InnerCalls();
    }

    @Bean
    RateLimit rateLimit(
            RedisRates rates,
            RateSettings settings,
            LimitSettings limits,
            InnerCalls innerCalls,
            MeterRegistry registry) {
        return new RateLimit(rates, settings, limits.trustedProxies(), innerCalls, registry);
    }

    @Bean
    NettyServerCustomizer clientLimits(LimitSettings settings, MeterRegistry registry) {
        Counter slowHeads = cutOff(registry, "head");
        Counter stalled = cutOff(registry, "answer");
        return server -> server
                .doOnChannelInit((_, channel, _) -> {
                    ChannelPipeline pipeline = channel.pipeline();
                    RequestHeads heads = new RequestHeads(
                            settings.headTimeout(), slowHeads::increment);
                    pipeline.addBefore(NettyPipeline.HttpCodec, "carte.stalled-answers",
                            new StalledAnswers(settings.stalled(), stalled::increment));
                    pipeline.addBefore(NettyPipeline.HttpCodec, "carte.bytes", heads.bytes());
                    pipeline.addAfter(NettyPipeline.HttpCodec, "carte.heads", heads);
                });
    }

    private static Counter cutOff(MeterRegistry registry, String part) {
        return Counter.builder("carte.limit.slow.clients")
                .description("Connections that were ended because the client was too slow")
                .tag("part", part)
                .register(registry);
    }
}
