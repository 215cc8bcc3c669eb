package carte.local.suite;

import carte.local.console.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What is asked of a suite.
 *
 * @param gatewayPort 0: any free one
 * @param tracePort the port of the trace viewer's page; 0: any free one
 * @param jaeger whether to take a Jaeger that is on the path
 * @param fresh whether to forget what earlier runs have left
 * @param demo whether to load the demo restaurants
 * @param generated how many generated restaurants to load
 * @param pace what the services are started for
 * @param readyTimeout how long one service may take to be ready
 * @param properties of services, over those that connect them
 */
record SuiteOptions(
        Path data,
        int gatewayPort,
        int tracePort,
        boolean jaeger,
        boolean fresh,
        boolean demo,
        int generated,
        Pace pace,
        Duration readyTimeout,
        Map<Service, Map<String, String>> properties,
        Progress progress) {

    Map<String, String> properties(Service service) {
        return properties.getOrDefault(service, Map.of());
    }
}
