package carte.gateway.edge;

import carte.contracts.cache.DatabaseClock;
import carte.contracts.cache.Freshness;
import carte.gateway.proxy.ServiceReads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import reactor.netty.NettyPipeline;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeSettings.class)
class EdgeConfiguration {

    /** Told of the log first: whoever is told after it finds it up to date. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    EdgeCache edgeCache(EdgeSettings settings, Freshness freshness) {
        settings.requireFitsInto(Runtime.getRuntime().maxMemory());
        return new EdgeCache(settings, freshness);
    }

    @Bean
    EdgeMeters edgeMeters(MeterRegistry registry, EdgeCache cache, DatabaseClock clock) {
        return new EdgeMeters(registry, cache, clock);
    }

    @Bean
    EdgeReads edgeReads(
            EdgeCache cache,
            ServiceReads menuService,
            Freshness freshness,
            DatabaseClock clock,
            EdgeSettings settings,
            EdgeMeters meters) {
        MenuLoads loads = new MenuLoads(menuService::get, cache, freshness, clock);
        return new EdgeReads(cache, loads, freshness, clock, settings, meters);
    }

    @Bean
    MenuRead menuRead(EdgeReads reads) {
        return new MenuRead(reads);
    }

    @Bean
    MenuListeners menuListeners(MeterRegistry registry) {
        MenuListeners listeners = new MenuListeners();
        Gauge.builder("carte.edge.listeners", listeners, MenuListeners::size)
                .description("Pages that listen for changes of a menu")
                .register(registry);
        return listeners;
    }

    @Bean
    MenuEventsRead menuEventsRead(
            EdgeReads reads, EdgeCache cache, MenuListeners listeners, EdgeSettings settings) {
        return new MenuEventsRead(reads, cache, listeners, settings.heartbeat());
    }

    @Bean
    NettyServerCustomizer hotPath(EdgeReads reads) {
        return server -> server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addBefore(NettyPipeline.HttpTrafficHandler, "carte.hot-path",
                        new HotPath(reads)));
    }
}
