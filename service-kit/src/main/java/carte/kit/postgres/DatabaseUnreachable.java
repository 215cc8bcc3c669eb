package carte.kit.postgres;

import org.springframework.core.NestedExceptionUtils;

/** A database that a service needs at its start does not take connections. */
public final class DatabaseUnreachable extends RuntimeException {

    /** Names the address and what the driver said at last. */
    public DatabaseUnreachable(String url, Throwable cause) {
        super("PostgreSQL takes no connection at " + url + ": "
                + NestedExceptionUtils.getMostSpecificCause(cause).getMessage(), cause);
    }
}
