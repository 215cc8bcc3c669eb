package carte.kit.expiry;

import reactor.core.publisher.Mono;

/** Rows of a database that are kept for some time only. */
public interface ExpiringRows {

    /** Returns what they are, in the plural, as logs name them. */
    String plural();

    /** Removes those whose time is over from the database of whoever calls; returns how many. */
    Mono<Long> removeExpired();
}
