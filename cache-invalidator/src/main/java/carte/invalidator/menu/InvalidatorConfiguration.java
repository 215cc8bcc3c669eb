package carte.invalidator.menu;

import carte.contracts.cache.MenuCache;
import carte.kit.sighting.InstanceName;
import carte.kit.sighting.Sightings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InvalidatorSettings.class)
class InvalidatorConfiguration {

    @Bean
    KafkaMenuEvents kafkaMenuEvents(
            CachePlaces places, MenuEventApplier applier, Standstill standstill,
            InvalidatorMeters meters) {
        return new KafkaMenuEvents(places, applier, standstill, meters);
    }

    @Bean
    CachePlaces cachePlaces(
            MenuCache cache, InvalidatorMeters meters, InvalidatorSettings settings) {
        return new CachePlaces(cache, meters, settings.patience());
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer replaysInTracesOfTheirOwn(CachePlaces places) {
        return consumers -> consumers.updateConfigs(Map.of(
                ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, ReplayedRecords.class.getName(),
                ReplayedRecords.PLACES, places));
    }

    @Bean
    SeekBeforePoll seekBeforePoll(CachePlaces places) {
        return new SeekBeforePoll(places);
    }

    @Bean
    InvalidatorMeters invalidatorMeters(MeterRegistry registry) {
        return new InvalidatorMeters(registry);
    }

    @Bean
    MenuEventApplier menuEventApplier(
            MenuCache cache,
            KafkaTemplate<byte[], byte[]> kafka,
            InvalidatorMeters meters,
            Sightings sightings,
            InstanceName instance,
            InvalidatorSettings settings) {
        return new MenuEventApplier(
                cache,
                new KafkaDeadLetters(kafka, settings.patience()),
                meters,
                new AppliedMenus(sightings, instance, Clock.systemUTC()),
                Clock.systemUTC(),
                settings.patience());
    }

    @Bean
    Standstill standstill(MeterRegistry registry) {
        Standstill standstill = new Standstill(Clock.systemUTC());
        Gauge.builder("carte.invalidator.partitions.waiting", standstill, Standstill::size)
                .description("Partitions that stand still because a record cannot be applied")
                .register(registry);
        return standstill;
    }

    @Bean
    CommonErrorHandler retryForEver(InvalidatorSettings settings) {
        ExponentialBackOff pauses = new ExponentialBackOff(
                settings.shortestRetry().toMillis(), 2);
        pauses.setMaxInterval(settings.longestRetry().toMillis());
        // Between two tries the listener polls Kafka, which so keeps taking it for alive.
        DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
        // By default some exceptions are logged and their records skipped. Here none ever is.
        handler.setClassifications(Map.of(), true);
        // Standstill tells of it once.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    @Bean
    ConsumerAwareRebalanceListener forgetPartitionsOfOthers(
            Standstill standstill, CachePlaces places, InvalidatorMeters meters) {
        return new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsRevokedAfterCommit(
                    Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                passedOn(partitions);
            }

            @Override
            public void onPartitionsLost(
                    Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                passedOn(partitions);
            }

            private void passedOn(Collection<TopicPartition> partitions) {
                standstill.passedOn(partitions);
                places.passedOn(partitions);
                meters.passedOn(partitions);
            }
        };
    }

    @Bean
    ListenerHealth menuEventsHealthIndicator(KafkaListenerEndpointRegistry listeners) {
        return new ListenerHealth(listeners);
    }
}
