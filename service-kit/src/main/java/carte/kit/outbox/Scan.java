package carte.kit.outbox;

import java.time.Instant;
import java.util.List;

/**
 * What was found in the outbox at one moment.
 *
 * @param before database time ahead of that moment: every change that had been acknowledged by then
 * is among the events or was published earlier
 * @param events the oldest ones, in order
 * @param after database time past that moment: every event was committed earlier
 * @param whole whether {@code events} are all that there were
 */
record Scan(Instant before, List<PendingEvent> events, Instant after, boolean whole) {}
