package carte.menu.shard;

import reactor.core.publisher.Mono;

/** Rows of each shard that are kept for some time only. */
public interface ExpiringRows {

    /** Returns what they are, in the plural, as logs name them. */
    String plural();

    /** Removes those whose time is over from the shard of whoever calls; returns how many. */
    Mono<Long> removeExpired();
}
