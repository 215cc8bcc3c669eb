package carte.kit.outbox;

import carte.contracts.event.EncodedEvent;
import java.time.Instant;

/** Told what Kafka has acknowledged, on the relay's thread, which it must not hold up. */
@FunctionalInterface
public interface Acknowledgements {

    /** For an outbox whose progress nobody looks at. */
    Acknowledgements NONE = (_, _) -> {};

    /** Kafka has acknowledged {@code event}; {@code at} is by the outbox's database. */
    void acknowledged(EncodedEvent event, Instant at);
}
