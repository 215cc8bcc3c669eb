package carte.local.suite;

import carte.embedded.FreePorts;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/** Where the instances of each service listen, known before any of them starts. */
final class ServicePorts {

    private final Map<Service, List<Integer>> ports = new EnumMap<>(Service.class);
    private final Map<Service, List<Integer>> managementPorts = new EnumMap<>(Service.class);

    ServicePorts(SuiteOptions options) {
        for (Service service : Service.values()) {
            ports.put(service, anyFree(options.instances(service)));
            managementPorts.put(service, anyFree(options.instances(service)));
        }
        if (options.gatewayPort() != 0) {
            of(Service.GATEWAY).set(0, options.gatewayPort());
        }
    }

    private static List<Integer> anyFree(int count) {
        List<Integer> free = new ArrayList<>();
        for (int instance = 0; instance < count; instance++) {
            free.add(FreePorts.any());
        }
        return free;
    }

    /** Returns the port of each instance, the first one's first. */
    List<Integer> of(Service service) {
        return Objects.requireNonNull(ports.get(service));
    }

    /** Returns the port of each instance at which it tells its numbers. */
    List<Integer> management(Service service) {
        return Objects.requireNonNull(managementPorts.get(service));
    }

    /** Returns the address of each instance. */
    List<URI> addresses(Service service) {
        return addresses(service, IntUnaryOperator.identity());
    }

    /** Returns the addresses by way of the port that {@code detour} returns for each. */
    List<URI> addresses(Service service, IntUnaryOperator detour) {
        return of(service).stream().map(detour::applyAsInt)
                .map(port -> URI.create("http://localhost:" + port)).toList();
    }
}
