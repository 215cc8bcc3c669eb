package carte.kit.outbox;

import java.time.Duration;

/**
 * How the relay works.
 *
 * @param leaseDuration after how long without renewal another instance takes over
 * @param leaseRenewal how often the holder renews; at most a third of the duration
 * @param shortestPoll how soon an idle relay looks again at first
 * @param longestPoll how seldom an idle relay looks at last
 * @param batchSize most events of one Kafka transaction
 * @param watermarkInterval how often watermarks are published
 */
public record RelaySettings(
        Duration leaseDuration,
        Duration leaseRenewal,
        Duration shortestPoll,
        Duration longestPoll,
        int batchSize,
        Duration watermarkInterval) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    public RelaySettings {
        if (leaseRenewal.multipliedBy(3).compareTo(leaseDuration) > 0) {
            throw new IllegalArgumentException("lease-renewal is " + leaseRenewal
                    + " but must be at most a third of lease-duration, which is " + leaseDuration);
        }
        if (!shortestPoll.isPositive() || longestPoll.compareTo(shortestPoll) < 0) {
            throw new IllegalArgumentException("expected 0 < shortest-poll <= longest-poll but"
                    + " found " + shortestPoll + " and " + longestPoll);
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch-size must be at least 1: " + batchSize);
        }
        if (watermarkInterval.compareTo(shortestPoll) < 0) {
            throw new IllegalArgumentException("watermark-interval is " + watermarkInterval
                    + " but must be at least shortest-poll, which is " + shortestPoll);
        }
    }
}
