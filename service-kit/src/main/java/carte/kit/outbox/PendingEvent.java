package carte.kit.outbox;

import carte.contracts.event.EncodedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param position grows with the order in which one key's changes were made
 * @param traceParent of the request that caused it
 */
record PendingEvent(long position, EncodedEvent event, @Nullable String traceParent) {}
