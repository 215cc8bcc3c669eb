package carte.gateway.trace;

import carte.gateway.limit.InnerCalls;
import carte.gateway.limit.LimitSettings;
import carte.kit.telemetry.AheadOfTracing;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the check of clients' trace headers into each connection. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    NettyServerCustomizer clientTraces(LimitSettings limits, InnerCalls innerCalls) {
        ClientTraces traces = new ClientTraces(limits.trustedProxies() > 0, innerCalls);
        return server -> AheadOfTracing.put(server, "carte.client-traces", traces);
    }
}
