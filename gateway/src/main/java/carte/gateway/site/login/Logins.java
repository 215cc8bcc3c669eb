package carte.gateway.site.login;

import org.springframework.web.server.ServerWebExchange;

/** Tells who has logged in. */
public final class Logins {

    private Logins() {}

    /**
     * Returns who makes a request behind the login.
     *
     * @throws IllegalStateException if the address is not behind it
     */
    public static Admin of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(Admission.ADMIN);
    }
}
