package carte.order.popularity;

import carte.contracts.cache.DatabaseClock;
import carte.order.database.ReplicaDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads figures from the replica, and beats for it, where one is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PopularitySettings.class)
class PopularityConfiguration {

    @Bean
    PopularityReads popularityReads(
            DatabaseClient primary, Optional<ReplicaFigures> replica, MeterRegistry meters) {
        return new PopularityReads(
                replica.<Figures>map(figures -> figures).orElse(_ -> Mono.empty()),
                new FigureRows(primary, FigureRows.NOW), meters);
    }

    /** Reading through a replica. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(ReplicaDatabase.URL)
    static class WithReplica {

        private final DatabaseClock primaryClock = new DatabaseClock();

        @Bean
        PrimaryBeat primaryBeat(DatabaseClient primary, PopularitySettings settings) {
            return new PrimaryBeat(primary, primaryClock, settings.beat());
        }

        @Bean
        ReplicaFigures replicaFigures(ReplicaDatabase replica, PopularitySettings settings) {
            return new ReplicaFigures(new FigureRows(replica.client(), FigureRows.BEAT),
                    primaryClock, settings.replicaBound(), System::nanoTime);
        }
    }
}
