package carte.gateway.page;

import carte.contracts.cache.Freshness;
import java.time.Duration;

/** What something that is known may be used for. */
enum Use {
    /** It may be shown. */
    FRESH,
    /** It may be shown with a label, where nothing newer can be had. */
    STALE,
    /** It may not be shown. */
    NONE;

    /** Decides by the age that it has at most. */
    static Use of(Duration age, Freshness freshness) {
        if (age.compareTo(freshness.bound().minus(freshness.margin())) <= 0) {
            return FRESH;
        }
        return age.compareTo(freshness.staleIfError()) <= 0 ? STALE : NONE;
    }
}
