package carte.local.suite;

import java.util.Set;

/** One of the four services of the suite. */
public enum Service {

    /** Owns menus. */
    MENU("menu-service"),

    /** Owns orders. */
    ORDER("order-service"),

    /** Carries changes from Kafka to Redis. */
    INVALIDATOR("cache-invalidator"),

    /** The one public door. */
    GATEWAY("gateway");

    private final String moduleName;

    Service(String moduleName) {
        this.moduleName = moduleName;
    }

    /** Returns the name of the module, of the process and of the service in traces. */
    public String moduleName() {
        return moduleName;
    }

    /** Returns the servers without which it does not come up. */
    Set<Server> needs() {
        return switch (this) {
            case MENU -> Set.of(Server.POSTGRES, Server.REDIS, Server.KAFKA);
            case ORDER -> Set.of(Server.POSTGRES, Server.KAFKA);
            case INVALIDATOR -> Set.of(Server.REDIS, Server.KAFKA);
            case GATEWAY -> Set.of();
        };
    }
}
