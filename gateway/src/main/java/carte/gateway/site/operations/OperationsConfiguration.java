package carte.gateway.site.operations;

import carte.contracts.cache.Freshness;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsSettings.class)
class OperationsConfiguration {

    @Bean
    History operationsHistory(OperationsSettings settings, Freshness freshness) {
        return new History(settings.addresses().keySet(), freshness.bound());
    }

    @Bean
    ManagementPorts managementPorts(OperationsSettings settings, History history) {
        return new ManagementPorts(settings, history, Clock.systemUTC());
    }
}
