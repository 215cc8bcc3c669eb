package carte.gateway.proxy;

import carte.gateway.route.OwnRead;
import carte.gateway.route.Service;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Wires the proxies, each service with connections of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ServiceSettings.class, LimitSettings.class})
class ProxyConfiguration {

    @Bean
    ServiceConnections menuConnections(ServiceSettings settings) {
        return new ServiceConnections(Service.MENU, settings);
    }

    @Bean
    ServiceConnections orderConnections(ServiceSettings settings) {
        return new ServiceConnections(Service.ORDER, settings);
    }

    @Bean
    Instances menuInstances(ServiceSettings settings) {
        return new Instances(settings.instances(Service.MENU));
    }

    @Bean
    ServiceReads menuReads(
            ServiceConnections menuConnections,
            Instances menuInstances,
            ServiceSettings settings) {
        return new ServiceReads(Service.MENU, menuConnections.client(), menuInstances, settings);
    }

    @Bean
    Instances orderInstances(ServiceSettings settings) {
        return new Instances(settings.instances(Service.ORDER));
    }

    @Bean
    ServiceReads orderReads(
            ServiceConnections orderConnections,
            Instances orderInstances,
            ServiceSettings settings) {
        return new ServiceReads(
                Service.ORDER, orderConnections.client(), orderInstances, settings);
    }

    @Bean
    RouteMapping routeMapping(
            ServiceConnections menuConnections,
            ServiceConnections orderConnections,
            Instances menuInstances,
            Instances orderInstances,
            ServiceSettings settings,
            LimitSettings limits,
            List<OwnRead> ownReads) {
        RouteMapping mapping = new RouteMapping(Map.of(
                Service.MENU,
                new ServiceProxy(Service.MENU, menuConnections, menuInstances, settings,
                        limits),
                Service.ORDER,
                new ServiceProxy(Service.ORDER, orderConnections, orderInstances,
                        settings, limits)),
                ownReads);
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    NoSniffing noSniffing() {
        return new NoSniffing();
    }
}
