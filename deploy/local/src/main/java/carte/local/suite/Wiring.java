package carte.local.suite;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which properties tell a service where its neighbours are. */
final class Wiring {

    /** The databases, which are made before any service starts. */
    static final List<String> DATABASES = List.of("menu_west", "menu_east", "menu_north", "orders");

    private static final String KAFKA = "spring.kafka.bootstrap-servers";
    private static final Map<String, String> SHARDS = new LinkedHashMap<>();

    static {
        SHARDS.put("west", "NG,GH,CI,SN");
        SHARDS.put("east", "KE,UG,TZ,RW");
        SHARDS.put("north", "EG,MA");
    }

    private Wiring() {}

    /** Returns the properties of a menu-service. */
    static Map<String, String> menu(Addresses at) {
        var properties = new LinkedHashMap<String, String>();
        kafka(properties, at);
        redis(properties, at);
        issuer(properties, at);
        SHARDS.forEach((shard, countries) -> {
            String prefix = "carte.shards." + shard;
            database(properties, prefix, at, "menu_" + shard);
            properties.put(prefix + ".countries", countries);
        });
        return properties;
    }

    /** Returns the properties of an order-service, which asks menu-services what it has missed. */
    static Map<String, String> order(Addresses at, List<URI> menuServices) {
        var properties = new LinkedHashMap<String, String>();
        kafka(properties, at);
        issuer(properties, at);
        database(properties, "carte.database", at, "orders");
        properties.put("carte.order.menu-service", joined(menuServices));
        return properties;
    }

    /** Returns the properties of a cache-invalidator. */
    static Map<String, String> invalidator(Addresses at) {
        var properties = new LinkedHashMap<String, String>();
        kafka(properties, at);
        redis(properties, at);
        return properties;
    }

    /** Returns the properties of a gateway, which needs the services, the log and Redis. */
    static Map<String, String> gateway(
            Addresses at, List<URI> menuServices, List<URI> orderServices) {
        var properties = new LinkedHashMap<String, String>();
        properties.put(KAFKA, at.gatewayKafka());
        redis(properties, at);
        // All people come from one address here, those who make load as well.
        List.of("reads", "reads-burst", "writes", "writes-burst").forEach(
                rate -> properties.put("carte.limits.rate." + rate, "1000000"));
        issuer(properties, at);
        properties.put("carte.services.menu", joined(menuServices));
        properties.put("carte.services.order", joined(orderServices));
        properties.put("carte.edge.cache-bytes", "96MB");
        return properties;
    }

    /**
     * Returns the properties of a gateway that its operators' page needs.
     *
     * @param metrics where each instance tells its numbers
     */
    static Map<String, String> operations(Addresses at, Map<String, URI> metrics) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("carte.operations.instances", String.join(",", metrics.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue()).toList()));
        properties.put("carte.operations.traces", at.traces().toString());
        return properties;
    }

    private static void kafka(Map<String, String> properties, Addresses at) {
        properties.put(KAFKA, at.kafka());
    }

    private static void issuer(Map<String, String> properties, Addresses at) {
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri",
                at.issuer().toString());
    }

    private static void redis(Map<String, String> properties, Addresses at) {
        properties.put("spring.data.redis.host", at.redisHost());
        properties.put("spring.data.redis.port", Integer.toString(at.redisPort()));
    }

    private static void database(
            Map<String, String> properties, String prefix, Addresses at, String database) {
        properties.put(prefix + ".url", at.r2dbc(database));
        properties.put(prefix + ".username", at.username());
        properties.put(prefix + ".password", at.password());
    }

    private static String joined(List<URI> addresses) {
        return String.join(",", addresses.stream().map(URI::toString).toList());
    }
}
