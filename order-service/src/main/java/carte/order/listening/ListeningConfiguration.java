package carte.order.listening;

import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Sets how every listener goes on when an event cannot be written. */
@Configuration(proxyBeanMethods = false)
class ListeningConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Tries a record again for ever and never passes it by. */
    @Bean
    DefaultErrorHandler retryForEver(WriteOutage outage) {
        ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
        // No kind of exception is fatal: each listener itself sets aside what cannot be read.
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners((record, failure, attempt) -> outage.begin(record, failure));
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }
}
