package carte.contracts.cache;

import java.time.Duration;
import java.time.Instant;

/**
 * How old an answer may be.
 *
 * @param bound after what time an answer is stale, whatever fails
 * @param clockMargin by how much a reader's clock may be behind the databases', and the time that
 * an answer is under way; taken off the bound
 * @param staleIfError how old an answer may be, and is labelled then, while nothing newer can be
 * had; zero allows none
 */
public record Freshness(Duration bound, Duration clockMargin, Duration staleIfError) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    public Freshness {
        if (!clockMargin.isPositive() || clockMargin.compareTo(bound) >= 0) {
            throw new IllegalArgumentException("clock-margin is " + clockMargin
                    + " but must be positive and less than bound, which is " + bound);
        }
        boolean none = staleIfError.isZero();
        if (!none && staleIfError.compareTo(bound) < 0) {
            throw new IllegalArgumentException("stale-if-error is " + staleIfError
                    + " but must be zero or at least bound, which is " + bound);
        }
    }

    /** Tells whether what is known as of then may be served now without a label. */
    public boolean allows(Instant asOf, Instant now) {
        return !asOf.isBefore(now.plus(clockMargin).minus(bound));
    }

    /** Tells whether what is known as of then may be served now, labelled, after an error. */
    public boolean allowsOnError(Instant asOf, Instant now) {
        return !staleIfError.isZero() && !asOf.isBefore(now.minus(staleIfError));
    }
}
