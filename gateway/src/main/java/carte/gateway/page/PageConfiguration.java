package carte.gateway.page;

import carte.contracts.cache.DatabaseClocks;
import carte.contracts.cache.Freshness;
import carte.gateway.edge.MenuParts;
import carte.gateway.proxy.ServiceReads;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts the reads together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PageConfiguration {

    private static final int COMPRESSORS = 2;

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
    JsonAnswer jsonAnswer() {
        Scheduler compressors = Schedulers.newParallel("page-compressors", COMPRESSORS, true);
        return new JsonAnswer(compressors::schedule);
    }

    @Bean
    RestaurantPageRead restaurantPageRead(
            JsonAnswer answer,
            MenuParts menus,
            RestaurantReads restaurants,
            PopularityReads popularities,
            PageSettings settings,
            MeterRegistry registry) {
        PageReads reads = new PageReads(menus, restaurants::find, popularities::of, settings);
        return new RestaurantPageRead(reads, answer, new PageMeters(registry));
    }

    @Bean
    ListReads listReads(
            ServiceReads menuReads,
            PopularityReads popularities,
            Freshness freshness,
            DatabaseClocks clocks) {
        return new ListReads(menuReads::get, popularities::of, freshness, clocks::moment);
    }

    @Bean
    RestaurantListRead restaurantListRead(JsonAnswer answer, ListReads lists) {
        return new RestaurantListRead(lists, answer);
    }

    @Bean
    RestaurantChanges restaurantChanges(ListReads lists, RestaurantReads restaurants) {
        return new RestaurantChanges(lists, restaurants);
    }

    @Bean
    PopularRead popularRead(
            JsonAnswer answer, PopularityReads popularities, RestaurantReads restaurants) {
        return new PopularRead(
                new PopularReads(popularities::ranking, restaurants::find), answer);
    }
}
