package carte.gateway.site.console;

import carte.gateway.site.PublicApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Lets pages ask for their restaurant's {@link Desk}. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    WebFluxConfigurer desks(PublicApi api) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new Desks(api));
            }
        };
    }
}
