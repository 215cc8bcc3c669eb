package carte.invalidator.menu;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Ready while the listener runs; one that stopped by itself needs somebody to look at it. */
final class ListenerHealth implements HealthIndicator {

    private final KafkaListenerEndpointRegistry listeners;

    ListenerHealth(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        MessageListenerContainer listener = listeners
                .getListenerContainer(KafkaMenuEvents.LISTENER);
        boolean runs = listener != null
                && listener.isRunning()
                && listener.isInExpectedState();
        return runs ? Health.up().build() : Health.outOfService().build();
    }
}
