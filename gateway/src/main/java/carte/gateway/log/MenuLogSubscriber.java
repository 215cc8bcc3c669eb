package carte.gateway.log;

import carte.contracts.event.MenuChanged;
import carte.contracts.event.Watermark;
import java.time.Instant;

/** Told what stands in the log, in its order and on one thread, which nobody may hold up. */
public interface MenuLogSubscriber {

    /** A menu has changed; {@code foundAt} is the timestamp of the record. */
    void changed(MenuChanged change, Instant foundAt);

    /** A shard's changes are complete; {@code foundAt} is the timestamp of the record. */
    default void watermark(int partition, Watermark watermark, Instant foundAt) {}

    /** Records of a partition were missed, or cannot be read; later ones come as usual. */
    default void missed(int partition) {}
}
