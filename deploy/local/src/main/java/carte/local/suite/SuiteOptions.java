package carte.local.suite;

import carte.local.console.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a suite.
 *
 * @param gatewayPort 0: any free one
 * @param tracePort the port of the trace viewer's page; 0: any free one
 * @param issuerPort of the issuer of tokens; 0: any free one
 * @param jaeger whether to take a Jaeger that is on the path
 * @param traced the services that have the tracing agent
 * @param fresh whether to forget what earlier runs have left
 * @param demo whether to load the demo restaurants
 * @param generated how many generated restaurants to load
 * @param pace what the services are started for
 * @param gatewayFirst whether other services yield processor time to gateways
 * @param readyTimeout how long one service may take to be ready
 * @param gatewayToKafka given the port at which Kafka awaits the gateway, returns the one that the
 * gateway is to use; null: Kafka's own
 * @param gatewayToMenu given the port of a menu-service, returns the one that gateways are to use
 * @param instances how many of each service; one of those that are not named
 * @param properties of services, over those that connect them
 */
record SuiteOptions(
        Path data,
        int gatewayPort,
        int tracePort,
        int issuerPort,
        boolean jaeger,
        Set<Service> traced,
        boolean fresh,
        boolean demo,
        int generated,
        Pace pace,
        boolean gatewayFirst,
        Duration readyTimeout,
        @Nullable IntUnaryOperator gatewayToKafka,
        IntUnaryOperator gatewayToMenu,
        Map<Service, Integer> instances,
        Map<Service, Map<String, String>> properties,
        Progress progress) {

    int instances(Service service) {
        return instances.getOrDefault(service, 1);
    }

    Map<String, String> properties(Service service) {
        return properties.getOrDefault(service, Map.of());
    }
}
