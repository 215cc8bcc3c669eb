package carte.menu.reading;

import carte.contracts.cache.CacheEntry;
import carte.contracts.cache.CachedMenu;
import carte.contracts.cache.Freshness;
import carte.contracts.menu.MenuVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is done with what Redis has, as pure functions. */
final class ReadRules {

    private ReadRules() {}

    /** What follows for a reader. */
    enum Decision {
        /** It may be answered with. */
        ANSWER,
        /** There is something, but too old to be vouched for. */
        LOAD_OLD,
        /** There is nothing that answers the reader. */
        LOAD
    }

    static Decision decide(
            @Nullable CachedMenu cached, MenuVersion least, Freshness freshness, Instant now) {
        if (cached == null || !couldAnswer(cached.entry(), least)) {
            return Decision.LOAD;
        }
        return freshness.allows(cached.asOf(), now) ? Decision.ANSWER : Decision.LOAD_OLD;
    }

    /** Tells whether a menu that is too old may be served where nothing newer can be had. */
    static boolean servesOnError(
            CachedMenu cached, MenuVersion least, Freshness freshness, Instant now) {
        return cached.entry() instanceof CacheEntry.Value
                && couldAnswer(cached.entry(), least)
                && freshness.allowsOnError(cached.asOf(), now);
    }

    private static boolean couldAnswer(CacheEntry entry, MenuVersion least) {
        return switch (entry) {
            case CacheEntry.Value value -> !value.version().isOlderThan(least);
            case CacheEntry.Absent _ -> least.equals(MenuVersion.NONE);
            case CacheEntry.Floor _ -> false;
        };
    }
}
