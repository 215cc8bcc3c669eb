package carte.gateway.page;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import carte.gateway.edge.MenuParts;
import carte.gateway.proxy.ServiceReads;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the reads together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PageConfiguration {

    @Bean
    PopularityReads popularityReads(
            ServiceReads orderReads,
            Freshness freshness,
            PageSettings settings,
            DatabaseClocks clocks) {
        return new PopularityReads(orderReads::get, freshness, settings, clocks::moment);
    }

    @Bean
    RestaurantReads restaurantReads(
            ServiceReads menuReads,
            Freshness freshness,
            PageSettings settings,
            DatabaseClocks clocks) {
        return new RestaurantReads(menuReads::get, freshness, settings, clocks::moment);
    }

    @Bean
    RestaurantPageRead restaurantPageRead(
            MenuParts menus,
            RestaurantReads restaurants,
            PopularityReads popularities,
            PageSettings settings,
            MeterRegistry registry) {
        return new RestaurantPageRead(new PageReads(menus, restaurants::find, popularities::of,
                settings, new PageMeters(registry)));
    }

    @Bean
    RestaurantListRead restaurantListRead(ServiceReads menuReads, PopularityReads popularities) {
        return new RestaurantListRead(menuReads::get, popularities::of);
    }

    @Bean
    PopularRead popularRead(PopularityReads popularities, RestaurantReads restaurants) {
        return new PopularRead(new PopularReads(popularities::ranking, restaurants::find));
    }
}
