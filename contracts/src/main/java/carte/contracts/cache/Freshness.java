package carte.contracts.cache;

import java.time.Duration;
import java.time.Instant;

/**
 * How old an answer may be.
 *
 * @param bound after what time an answer is stale, whatever fails
 * @param margin the time that an answer is under way to the reader; taken off the bound
 * @param staleIfError how old an answer may be, and is labelled then, while nothing newer can be
 * had; zero allows none
 */
public record Freshness(Duration bound, Duration margin, Duration staleIfError) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    public Freshness {
        if (!margin.isPositive() || margin.compareTo(bound) >= 0) {
            throw new IllegalArgumentException("margin is " + margin
                    + " but must be positive and less than bound, which is " + bound);
        }
        boolean none = staleIfError.isZero();
        if (!none && staleIfError.compareTo(bound) < 0) {
            throw new IllegalArgumentException("stale-if-error is " + staleIfError
                    + " but must be zero or at least bound, which is " + bound);
        }
    }

    /** Returns the same for what is never served with a label. */
    public Freshness withoutStale() {
        return new Freshness(bound, margin, Duration.ZERO);
    }

    /**
     * Tells whether what is known as of then may be served now without a label.
     *
     * @param now the latest that it can be, so that nothing true is as of a later time
     */
    public boolean allows(Instant asOf, Instant now) {
        return !asOf.isAfter(now) && !asOf.isBefore(now.plus(margin).minus(bound));
    }

    /** Tells whether what is known as of then may be served now, labelled, after an error. */
    public boolean allowsOnError(Instant asOf, Instant now) {
        return !staleIfError.isZero() && !asOf.isBefore(now.minus(staleIfError));
    }
}
