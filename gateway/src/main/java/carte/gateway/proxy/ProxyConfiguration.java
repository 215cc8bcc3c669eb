package carte.gateway.proxy;

import carte.gateway.route.Service;
import io.netty.channel.ChannelOption;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Wires the proxies, each service with connections of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ServiceSettings.class, LimitSettings.class})
class ProxyConfiguration {

    @Bean(destroyMethod = "dispose")
    ConnectionProvider menuConnections(ServiceSettings settings) {
        return connections(Service.MENU, settings);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionProvider orderConnections(ServiceSettings settings) {
        return connections(Service.ORDER, settings);
    }

    @Bean
    RouteMapping routeMapping(
            ConnectionProvider menuConnections,
            ConnectionProvider orderConnections,
            ServiceSettings settings,
            LimitSettings limits) {
        Function<Service, ServiceProxy> proxy = service -> new ServiceProxy(service,
                client(switch (service) {
                    case MENU -> menuConnections;
                    case ORDER -> orderConnections;
                }, settings), settings, limits);
        RouteMapping mapping = new RouteMapping(Arrays.stream(Service.values())
                .collect(Collectors.toMap(Function.identity(), proxy)));
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    NoSniffing noSniffing() {
        return new NoSniffing();
    }

    private static ConnectionProvider connections(Service service, ServiceSettings settings) {
        return ConnectionProvider.builder(service.title())
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(settings.waiting())
                .pendingAcquireTimeout(settings.readTimeout())
                .maxIdleTime(settings.idleTimeout())
                .lifo()
                .metrics(true)
                .build();
    }

    private static HttpClient client(ConnectionProvider connections, ServiceSettings settings) {
        int connectMillis = Math.toIntExact(settings.connectTimeout().toMillis());
        // The library would repeat writes too; what may be repeated is decided here.
        return HttpClient.create(connections)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis);
    }
}
