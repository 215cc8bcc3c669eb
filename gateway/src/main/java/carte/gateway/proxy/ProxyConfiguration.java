package carte.gateway.proxy;

import carte.gateway.balance.HealthChecks;
import carte.gateway.limit.LimitSettings;
import carte.gateway.limit.RateLimit;
import carte.gateway.route.OwnRead;
import carte.gateway.route.Service;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Wires the proxies, each service with connections and policies of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceSettings.class)
class ProxyConfiguration {

    /** All circuit breakers of the gateway, of which each is shown as a meter. */
    @Bean
    CircuitBreakerRegistry circuitBreakers(MeterRegistry meters) {
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
        return registry;
    }

    @Bean
    ServiceConnections menuConnections(ServiceSettings settings) {
        return new ServiceConnections(Service.MENU, settings);
    }

    @Bean
    ServiceConnections orderConnections(ServiceSettings settings) {
        return new ServiceConnections(Service.ORDER, settings);
    }

    @Bean
    Upstream menuUpstream(
            ServiceConnections menuConnections,
            ServiceSettings settings,
            CircuitBreakerRegistry breakers,
            MeterRegistry registry) {
        return upstream(Service.MENU, menuConnections, settings, breakers, registry);
    }

    @Bean
    Upstream orderUpstream(
            ServiceConnections orderConnections,
            ServiceSettings settings,
            CircuitBreakerRegistry breakers,
            MeterRegistry registry) {
        return upstream(Service.ORDER, orderConnections, settings, breakers, registry);
    }

    private static Upstream upstream(
            Service service,
            ServiceConnections connections,
            ServiceSettings settings,
            CircuitBreakerRegistry breakers,
            MeterRegistry registry) {
        UpstreamReport report = new UpstreamReport(service, registry);
        return new Upstream(service, connections, settings,
                Policies.of(service, settings, breakers, report), report);
    }

    @Bean
    HealthChecks healthChecks(List<Upstream> upstreams, ServiceSettings settings) {
        return new HealthChecks(
                upstreams.stream().map(upstream -> upstream.policies().balancer()).toList(),
                settings.healthInterval(), settings.healthTimeout());
    }

    @Bean
    ServiceReads menuReads(Upstream menuUpstream, ServiceSettings settings) {
        return new ServiceReads(menuUpstream, settings.readTimeout());
    }

    @Bean
    ServiceReads orderReads(Upstream orderUpstream, ServiceSettings settings) {
        return new ServiceReads(orderUpstream, settings.readTimeout());
    }

    @Bean
    EarlyRefusals earlyRefusals(
            Upstream menuUpstream,
            Upstream orderUpstream,
            List<OwnRead> ownReads,
            MeterRegistry registry) {
        return new EarlyRefusals(Map.of(
                Service.MENU, menuUpstream.policies().reads(),
                Service.ORDER, orderUpstream.policies().reads()), ownReads, registry);
    }

    @Bean
    Streams streams() {
        return new Streams();
    }

    @Bean
    RouteMapping routeMapping(
            Upstream menuUpstream,
            Upstream orderUpstream,
            ServiceSettings settings,
            LimitSettings limits,
            RateLimit rateLimit,
            Streams streams,
            List<OwnRead> ownReads) {
        RouteMapping mapping = new RouteMapping(Map.of(
                Service.MENU, new ServiceProxy(menuUpstream, settings.answerTimeout(), limits,
                        streams),
                Service.ORDER, new ServiceProxy(orderUpstream, settings.answerTimeout(), limits,
                        streams)),
                ownReads, rateLimit);
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    NoSniffing noSniffing() {
        return new NoSniffing();
    }
}
