package carte.gateway.proxy;

import carte.kit.http.MinVersion;

/** Knows the reads that ask a service to wait until it has seen a version. */
final class WaitingReads {

    private static final String PARAMETER = MinVersion.NAME + "=";

    private WaitingReads() {}

    /** Tells whether this path and query is one; taking one too many for one does no harm. */
    static boolean is(String target) {
        return target.contains(PARAMETER);
    }
}
