package carte.gateway.site.customer;

import carte.gateway.site.PublicApi;
import carte.gateway.site.SitePaths;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the pages of customers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CustomerSettings.class)
class CustomerConfiguration {

    @Bean
    CountryGuides countryGuides(PublicApi api, Clock siteClock) {
        return new CountryGuides(api, siteClock);
    }

    @Bean
    DishSearch dishSearch(PublicApi api, CountryGuides guides) {
        return new DishSearch(api, guides);
    }

    /** The bare address is a page for browsers, and says to programs what this is. */
    @Bean
    RouterFunction<ServerResponse> home(SearchController search) {
        return RouterFunctions.route(
                RequestPredicates.GET("/").and(CustomerConfiguration::isForBrowser),
                request -> search.home(request.exchange()).flatMap(
                        model -> ServerResponse.ok().render("customer/home", model)));
    }

    private static boolean isForBrowser(ServerRequest request) {
        return SitePaths.asksForPage(request.exchange().getRequest());
    }
}
