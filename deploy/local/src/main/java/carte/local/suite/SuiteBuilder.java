package carte.local.suite;

import carte.local.console.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says how a suite is to be started. */
public final class SuiteBuilder {

    private final EnumMap<Service, Map<String, String>> properties = new EnumMap<>(
            Service.class);
    private final EnumMap<Service, Integer> instances = new EnumMap<>(Service.class);
    private Path data = Path.of(".carte");
    private int gatewayPort;
    private int tracePort;
    private int issuerPort;
    private boolean fresh;
    private boolean jaeger = true;
    private Set<Service> traced = Set.of(Service.values());
    private boolean demo;
    private int generated;
    private Pace pace = Pace.SOON_UP;
    private boolean gatewayFirst;
    private Duration readyTimeout = Duration.ofMinutes(4);
    private @Nullable IntUnaryOperator gatewayToKafka;
    private IntUnaryOperator gatewayToMenu = IntUnaryOperator.identity();
    private Progress progress = Progress.silent();

    SuiteBuilder() {}

    /** Sets the directory of all data and logs. */
    public SuiteBuilder data(Path value) {
        data = value;
        return this;
    }

    /** Sets the public port; by default any free one. */
    public SuiteBuilder gatewayPort(int value) {
        gatewayPort = value;
        return this;
    }

    /** Sets the port of the trace viewer; by default any free one. */
    public SuiteBuilder tracePort(int value) {
        tracePort = value;
        return this;
    }

    /** Sets the port of the issuer of tokens; by default any free one. */
    public SuiteBuilder issuerPort(int value) {
        issuerPort = value;
        return this;
    }

    /** Forgets what earlier runs have left. */
    public SuiteBuilder fresh(boolean value) {
        fresh = value;
        return this;
    }

    /** Takes a Jaeger that is on the path, which is the default, or Zipkin in any case. */
    public SuiteBuilder jaeger(boolean value) {
        jaeger = value;
        return this;
    }

    /** Sets which services have the tracing agent, by default all; the others are up sooner. */
    public SuiteBuilder traced(Set<Service> value) {
        traced = Set.copyOf(value);
        return this;
    }

    /** Loads the demo restaurants, unless they are there. */
    public SuiteBuilder demo(boolean value) {
        demo = value;
        return this;
    }

    /** Loads so many generated restaurants, unless they are there. */
    public SuiteBuilder generated(int value) {
        generated = value;
        return this;
    }

    /** Sets what the services are started for; by default to be up soon. */
    public SuiteBuilder pace(Pace value) {
        pace = value;
        return this;
    }

    /**
     * Has gateways get nine times the processor time of other services where there is too little:
     * as if they had processors of their own. Needs Linux and root.
     */
    public SuiteBuilder gatewayFirst(boolean value) {
        gatewayFirst = value;
        return this;
    }

    /** Sets how long a service may take to be ready. */
    public SuiteBuilder readyTimeout(Duration value) {
        readyTimeout = value;
        return this;
    }

    /** Leads all gateways to Kafka through a port that is returned for one of Kafka's. */
    public SuiteBuilder gatewayToKafka(IntUnaryOperator value) {
        gatewayToKafka = value;
        return this;
    }

    /** Leads all gateways to each menu-service through a port that is returned for its own. */
    public SuiteBuilder gatewayToMenu(IntUnaryOperator value) {
        gatewayToMenu = value;
        return this;
    }

    /** Sets how many instances of a service there are, of which gateways know from the start. */
    public SuiteBuilder instances(Service service, int value) {
        instances.put(service, value);
        return this;
    }

    /** Sets a Spring property of a service. */
    public SuiteBuilder property(Service service, String name, String value) {
        properties.computeIfAbsent(service, each -> new LinkedHashMap<>())
                .put(name, value);
        return this;
    }

    /** Sets who is told how the start goes. */
    public SuiteBuilder progress(Progress value) {
        progress = value;
        return this;
    }

    /**
     * Starts everything and waits until it serves.
     *
     * @throws StartRefused if it cannot be started; nothing is left running then
     */
    public LocalSuite start() {
        return LocalSuite
                .start(new SuiteOptions(data, gatewayPort, tracePort, issuerPort, jaeger, traced,
                        fresh, demo, generated, pace, gatewayFirst, readyTimeout, gatewayToKafka,
                        gatewayToMenu, Map.copyOf(instances), Map.copyOf(properties), progress));
    }
}
