package carte.gateway.site.operations;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code carte.operations.*}.
 *
 * @param instances what the page asks, each as {@code name=address} of its metrics, such as
 * {@code menu-service=http://localhost:9081/actuator/prometheus}; none for no page to speak of
 * @param interval how often
 * @param timeout how long each may take to answer
 * @param traces the page of the trace viewer, to be linked
 * @param dashboards the page of Grafana, to be linked
 */
@ConfigurationProperties("carte.operations")
record OperationsSettings(
        @DefaultValue List<String> instances,
        @DefaultValue("5s") Duration interval,
        @DefaultValue("2s") Duration timeout,
        @Nullable URI traces,
        @Nullable URI dashboards) {

    private static final String EXPECTED = "carte.operations.instances must be a list such as"
            + " gateway=http://localhost:9080/actuator/prometheus but had ";

    /** Throws {@link IllegalArgumentException} that names the wrong setting. */
    OperationsSettings {
        instances = List.copyOf(instances);
        requirePositive("interval", interval);
        requirePositive("timeout", timeout);
        requireWeb("traces", traces);
        requireWeb("dashboards", dashboards);
        if (addresses(instances).size() < instances.size()) {
            throw new IllegalArgumentException(EXPECTED + "one name twice");
        }
    }

    /** Returns where each instance tells its numbers, by its name. */
    Map<String, URI> addresses() {
        return addresses(instances);
    }

    private static Map<String, URI> addresses(List<String> instances) {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String instance : instances) {
            int end = instance.indexOf('=');
            String address = instance.substring(end + 1);
            if (end < 1 || !isWeb(address)) {
                throw new IllegalArgumentException(EXPECTED + instance);
            }
            addresses.put(instance.substring(0, end), URI.create(address));
        }
        return addresses;
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("carte.operations." + name
                    + " must be a duration above zero such as 5s but was " + duration);
        }
    }

    private static void requireWeb(String name, @Nullable URI address) {
        if (address != null && !isWeb(address.toString())) {
            throw new IllegalArgumentException("carte.operations." + name
                    + " must be an http address but was " + address);
        }
    }

    private static boolean isWeb(String address) {
        return address.startsWith("http://") || address.startsWith("https://");
    }
}
