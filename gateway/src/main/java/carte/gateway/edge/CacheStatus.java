package carte.gateway.edge;

import carte.kit.telemetry.Tier;
import java.time.Duration;

/** The gateway's part of the {@code Cache-Status} header (RFC 9211). */
final class CacheStatus {

    static final String HIT = "carte-edge; hit";

    private static final String STALE = "stale";
    private static final String FROM_REDIS = "carte-redis; hit";

    private CacheStatus() {}

    /** Returns what is said of a menu that is older than the bound because nothing newer came. */
    static String stale(Duration age) {
        return HIT + "; " + STALE + "; ttl=-" + age.toSeconds();
    }

    /**
     * Returns what is said of a menu that was loaded.
     *
     * @param source what the menu-service said; empty if nothing
     * @param held whether a menu was kept that is too old
     */
    static String loaded(String source, boolean held) {
        String here = "carte-edge; fwd=" + (held ? STALE : "miss");
        return source.isEmpty() ? here : source + ", " + here;
    }

    /** Returns the tier that had what is said of so. */
    static Tier tier(String status) {
        if (status.startsWith(HIT)) {
            return Tier.EDGE;
        }
        return status.startsWith(FROM_REDIS) ? Tier.REDIS : Tier.PRIMARY;
    }

    /** Tells whether the menu-service labelled its answer as older than the bound. */
    static boolean saysStale(String source) {
        for (String parameter : source.split(";", -1)) {
            if (parameter.strip().equals(STALE)) {
                return true;
            }
        }
        return false;
    }
}
