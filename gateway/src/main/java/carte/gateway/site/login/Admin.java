package carte.gateway.site.login;

import carte.kit.security.Caller;

/**
 * Somebody who has logged in.
 *
 * @param caller who it is and what they may do
 * @param token with which the public API is called in their name
 */
public record Admin(Caller caller, String token) {

    /** Leaves the token out: it must not get into logs. */
    @Override
    public String toString() {
        return "Admin[" + caller.name() + "]";
    }
}
