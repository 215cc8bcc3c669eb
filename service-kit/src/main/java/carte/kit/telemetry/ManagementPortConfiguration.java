package carte.kit.telemetry;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Sets up the server of the management port, which no customizer of the public one reaches. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPortConfiguration {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> untracedScrapes() {
        return factory -> factory.addServerCustomizers(UntracedProbes::in);
    }
}
