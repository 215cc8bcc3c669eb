package carte.kit.outbox;

import carte.contracts.event.EncodedEvent;
import java.time.Instant;
import java.util.List;

/** The records by which readers learn how far an outbox has been published. */
@FunctionalInterface
public interface Watermarks {

    /** For an outbox whose readers do not need any. */
    Watermarks NONE = _ -> List.of();

    /** Returns the records that say that every change acknowledged before {@code time} is out. */
    List<EncodedEvent> at(Instant time);
}
