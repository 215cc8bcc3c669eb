package carte.gateway.edge;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import carte.gateway.proxy.EarlyRefusals;
import carte.gateway.proxy.ServiceReads;
import carte.kit.shutdown.Leaving;
import carte.kit.sighting.InstanceName;
import carte.kit.sighting.Sightings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.NettyPipeline;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeSettings.class)
class EdgeConfiguration {

    private static final int TRANSLATORS = 2;

    /** Told of the log first: whoever is told after it finds it up to date. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    EdgeCache edgeCache(EdgeSettings settings, Freshness freshness, DatabaseClocks clocks) {
        settings.requireFitsInto(Runtime.getRuntime().maxMemory());
        return new EdgeCache(settings, freshness, clocks);
    }

    @Bean
    EdgeMeters edgeMeters(MeterRegistry registry, EdgeCache cache, DatabaseClocks clocks) {
        return new EdgeMeters(registry, cache, clocks);
    }

    /** Told of the log behind the cache: what it tells of is shown by then. */
    @Bean
    SeenMenus seenMenus(Sightings sightings, InstanceName instance, DatabaseClocks clocks) {
        return new SeenMenus(sightings, instance, clocks);
    }

    @Bean
    MenuForms menuForms(EdgeSettings settings) {
        Scheduler translators = Schedulers.newParallel("menu-translators", TRANSLATORS, true);
        return new MenuForms(settings.translatedBytes(), translators::schedule);
    }

    @Bean
    EdgeReads edgeReads(
            EdgeCache cache,
            ServiceReads menuReads,
            MenuForms forms,
            Freshness freshness,
            DatabaseClocks clocks,
            EdgeSettings settings,
            EdgeMeters meters) {
        MenuLoads loads = new MenuLoads(
                menuReads::get, menuReads::getWaiting, cache, freshness, clocks);
        return new EdgeReads(cache, loads, forms, freshness, settings, meters);
    }

    @Bean
    MenuRead menuRead(EdgeReads reads) {
        return new MenuRead(reads);
    }

    @Bean
    MenuParts menuParts(EdgeReads reads) {
        return reads::part;
    }

    @Bean
    MenuListeners menuListeners(MeterRegistry registry) {
        MenuListeners listeners = new MenuListeners(Schedulers.newSingle("menu-listeners", true));
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
    NettyServerCustomizer hotPath(
            EdgeReads reads, EarlyRefusals refusals, Leaving leaving) {
        return server -> server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addBefore(NettyPipeline.HttpTrafficHandler, "carte.hot-path",
                        new HotPath(reads, refusals, leaving::hasBegun)));
    }
}
