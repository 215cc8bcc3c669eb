package carte.gateway.edge;

import java.time.Instant;

/**
 * How far a gateway has followed one shard in one partition of the log. Times are the shard's
 * database's.
 *
 * @param since no change of before that can still come unseen: every change that the gateway has
 * missed, because it stands ahead of where it began, was committed before this time
 * @param watermark everything acknowledged before it, and not missed, has been seen
 */
public record Followed(Instant since, Instant watermark) {

    /**
     * Begins with the first watermark that was seen.
     *
     * @param foundAt the timestamp of its record; whatever stands ahead was committed earlier
     */
    public static Followed from(Instant foundAt, Instant watermark) {
        return new Followed(foundAt, watermark);
    }

    /** Goes on with a later watermark; an earlier one, of a relay that was frozen, says nothing. */
    public Followed to(Instant next) {
        return next.isAfter(watermark) ? new Followed(since, next) : this;
    }
}
