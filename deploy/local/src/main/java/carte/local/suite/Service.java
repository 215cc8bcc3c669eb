package carte.local.suite;

import java.util.Set;

/** One of the four services of the suite. */
public enum Service {

    /** Owns menus. */
    MENU("menu-service", Set.of(Server.POSTGRES, Server.REDIS, Server.KAFKA)),

    /** Owns orders. */
    ORDER("order-service", Set.of(Server.POSTGRES, Server.KAFKA)),

    /** Carries changes from Kafka to Redis. */
    INVALIDATOR("cache-invalidator", Set.of(Server.REDIS, Server.KAFKA)),

    /** The one public door. */
    GATEWAY("gateway", Set.of());

    private final String moduleName;
    private final Set<Server> needs;

    Service(String moduleName, Set<Server> needs) {
        this.moduleName = moduleName;
        this.needs = needs;
    }

    /** Returns the name of the module, of the process and of the service in traces. */
    public String moduleName() {
        return moduleName;
    }

    /** Returns the servers without which it does not come up. */
    Set<Server> needs() {
        return needs;
    }
}
