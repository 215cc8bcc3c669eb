package carte.invalidator.menu;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Moves a consumer right before it polls. Earlier is too early: what is left of the last poll would
 * be taken for what comes from the new place, and a failed record's partition is moved once more.
 */
final class SeekBeforePoll implements RecordInterceptor<Object, Object> {

    private final CachePlaces places;

    SeekBeforePoll(CachePlaces places) {
        this.places = places;
    }

    @Override
    public void setupThreadState(Consumer<?, ?> consumer) {
        places.seek(consumer);
    }

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        return record;
    }
}
