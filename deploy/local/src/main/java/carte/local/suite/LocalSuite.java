package carte.local.suite;

import carte.embedded.EmbeddedPostgres;
import carte.embedded.EmbeddedRedis;
import carte.embedded.EmbeddedServers;
import carte.embedded.FreePorts;
import carte.embedded.KafkaProcess;
import carte.local.console.Progress;
import carte.local.data.DataDirectory;
import carte.local.demo.DemoLoader;
import carte.local.demo.DemoRestaurants;
import carte.local.process.ChildProcess;
import carte.local.process.ProcessLedger;
import carte.local.tracing.TraceViewer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The whole suite on this machine: three servers, a trace viewer, an issuer of tokens and four
 * services, each a process of its own. What is open at the end of the JVM is closed then.
 */
public final class LocalSuite implements AutoCloseable {

    private static final Duration SURVIVORS_GRACE = Duration.ofSeconds(10);
    private static final List<String> FIRST_PAGES = List.of(
            "/restaurants?country=NG", "/restaurants/" + DemoRestaurants.MAMA_PUT);

    private final SuiteOptions options;
    private final DataDirectory data;
    private final ProcessLedger ledger;
    private final TraceViewer viewer;
    private final Issuer issuer;
    private final Tokens tokens;
    private final Addresses addresses;
    private final Deaths deaths;
    private final Servers servers;
    private final ServiceLauncher launcher;
    private final Startup startup;
    private final ServicePorts ports;
    private final List<URI> menuForGateways;
    private final List<ServiceInstance> instances = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private LocalSuite(SuiteOptions options, DataDirectory data, ProcessLedger ledger) {
        this.options = options;
        this.data = data;
        this.ledger = ledger;
        Checkout checkout = Checkout.find();
        viewer = ViewerChoice.of(options, checkout);
        deaths = new Deaths(options.progress());
        var serverPorts = Servers.Ports.anyFree(options.gatewayToKafka());
        ports = new ServicePorts(options);
        menuForGateways = ports.addresses(Service.MENU, options.gatewayToMenu());
        issuer = Issuer.of(options, checkout, data, gateway());
        tokens = new Tokens(issuer.address(), Issuer.SECRET);
        servers = new Servers(data, ledger, deaths, serverPorts, viewer, issuer);
        addresses = Addresses.of(serverPorts, viewer.page(), issuer.address());
        launcher = new ServiceLauncher(checkout, data, ledger, viewer, options.pace());
        startup = new Startup(options.progress());
    }

    /** Returns a builder of a suite on any free ports. */
    public static SuiteBuilder builder() {
        return new SuiteBuilder();
    }

    static LocalSuite start(SuiteOptions options) {
        DataDirectory data = DataDirectory.open(options.data());
        try {
            return start(options, data);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static LocalSuite start(SuiteOptions options, DataDirectory data) {
        var ledger = new ProcessLedger(data.resolve("processes"));
        List<String> survivors = ledger.stopSurvivors(SURVIVORS_GRACE);
        if (!survivors.isEmpty()) {
            options.progress().line("stopped", "what a killed run had left: "
                    + String.join(", ", survivors));
        }
        PortNeed.requireFree(List.of(
                new PortNeed(options.gatewayPort(), "gateway", "--port"),
                new PortNeed(options.tracePort(), "trace viewer", "--trace-port"),
                new PortNeed(options.issuerPort(), "issuer of tokens", "--issuer-port")));
        if (options.fresh()) {
            data.forget();
        }
        var suite = new LocalSuite(options, data, ledger);
        EmbeddedServers.beforeClosing(suite::close);
        suite.startOrClose();
        return suite;
    }

    private void startOrClose() {
        try {
            startAll();
            loadData();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startAll() {
        for (Server server : Server.values()) {
            startup.server(server, servers.title(server), () -> servers.start(server));
        }
        for (Service service : Service.values()) {
            for (int number = 1; number <= ports.of(service).size(); number++) {
                String name = nameOf(service, number);
                int port = ports.of(service).get(number - 1);
                int managementPort = ports.management(service).get(number - 1);
                startup.service(service, name,
                        () -> startInstance(service, name, port, managementPort,
                                options.traced().contains(service))
                                .awaitReady());
            }
        }
        startup.await();
    }

    private void loadData() {
        var loader = new DemoLoader(gateway(), () -> token(Tokens.OPERATOR),
                data.resolve("loaded"), options.progress());
        if (options.demo()) {
            loader.loadDemo();
        }
        loader.loadGenerated(options.generated());
        if (options.demo()) {
            openPages();
        }
    }

    /** What a JVM does the first time takes long, and should not be what people wait for. */
    private void openPages() {
        Progress.Step step = options.progress().starting("first pages");
        FIRST_PAGES.forEach(service(Service.GATEWAY)::awaitPage);
        step.ready();
    }

    private static String nameOf(Service service, long number) {
        return number == 1 ? service.moduleName() : service.moduleName() + "-" + number;
    }

    private ServiceInstance startInstance(
            Service service, String name, int port, int managementPort, boolean traced) {
        var properties = new LinkedHashMap<>(wiring(service));
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", Integer.toString(port));
        properties.put("management.server.address", "127.0.0.1");
        properties.put("management.server.port", Integer.toString(managementPort));
        if (service == Service.GATEWAY) {
            properties.put("carte.site.trace-viewer", viewer.trace());
        }
        properties.putAll(options.properties(service));
        // Under the lock of close(), so that nothing starts that would not be stopped.
        synchronized (instances) {
            if (closed.get()) {
                throw new StartRefused("The suite is being stopped.");
            }
            ServiceInstance instance = ServiceInstance.start(service, name, port,
                    managementPort, options.readyTimeout(),
                    () -> startProcess(service, name, properties, traced),
                    deaths);
            instances.add(instance);
            return instance;
        }
    }

    private ChildProcess startProcess(
            Service service, String name, Map<String, String> properties, boolean traced) {
        ChildProcess process = launcher.start(service, name, properties, traced);
        if (options.gatewayFirst() && service != Service.GATEWAY) {
            try {
                process.lowerShare();
            } catch (RuntimeException e) {
                process.kill();
                throw e;
            }
        }
        return process;
    }

    private Map<String, String> wiring(Service service) {
        return switch (service) {
            case MENU -> Wiring.menu(addresses);
            case ORDER -> Wiring.order(addresses, ports.addresses(Service.MENU));
            case INVALIDATOR -> Wiring.invalidator(addresses);
            case GATEWAY -> gatewayWiring();
        };
    }

    private Map<String, String> gatewayWiring() {
        var properties = new LinkedHashMap<>(Wiring.gateway(addresses,
                menuForGateways, ports.addresses(Service.ORDER)));
        properties.putAll(Wiring.operations(addresses, metrics()));
        return properties;
    }

    /** Of those that there are from the start. */
    private Map<String, URI> metrics() {
        var metrics = new LinkedHashMap<String, URI>();
        for (Service service : Service.values()) {
            List<Integer> managementPorts = ports.management(service);
            for (int number = 1; number <= managementPorts.size(); number++) {
                metrics.put(nameOf(service, number),
                        ServiceInstance.metrics(managementPorts.get(number - 1)));
            }
        }
        return metrics;
    }

    /** Returns the public address. */
    public URI gateway() {
        return ports.addresses(Service.GATEWAY).getFirst();
    }

    /** Returns where the servers listen. */
    public Addresses addresses() {
        return addresses;
    }

    /** Returns the trace viewer. */
    public TraceViewer traceViewer() {
        return viewer;
    }

    /** Returns the issuer whose tokens the services take. */
    public Issuer issuer() {
        return issuer;
    }

    /** Returns a valid token of {@code operator}, or of a restaurant by its id. */
    public String token(String who) {
        return tokens.of(who);
    }

    /** Returns the directory that holds all data and logs. */
    public DataDirectory data() {
        return data;
    }

    /** Returns the PostgreSQL server, which may be stopped and started. */
    public EmbeddedPostgres postgres() {
        return servers.postgres();
    }

    /** Returns the Redis server, which may be stopped and started. */
    public EmbeddedRedis redis() {
        return servers.redis();
    }

    /** Returns the Kafka broker, which may be stopped and started. */
    public KafkaProcess kafka() {
        return servers.kafka();
    }

    /** Returns the first instance of a service. */
    public ServiceInstance service(Service service) {
        return instances(service).stream().findFirst()
                .orElseThrow(() -> new IllegalStateException(service + " has not started"));
    }

    /** Returns the instances of a service, the first one first. */
    public List<ServiceInstance> instances(Service service) {
        return instances.stream().filter(instance -> instance.service() == service)
                .sorted(Comparator.comparing(ServiceInstance::name)).toList();
    }

    /** Returns all instances of all services. */
    public List<ServiceInstance> instances() {
        return List.copyOf(instances);
    }

    /** Starts one more instance of a service on a free port, and waits until it is ready. */
    public ServiceInstance startAnother(Service service) {
        return startAnother(service, options.traced().contains(service));
    }

    /** Does the same without the tracing agent, to be measured beside one that has it. */
    public ServiceInstance startUntraced(Service service) {
        return startAnother(service, false);
    }

    private ServiceInstance startAnother(Service service, boolean traced) {
        long number = instances.stream().filter(each -> each.service() == service).count() + 1;
        ServiceInstance another = startInstance(
                service, nameOf(service, number), FreePorts.any(), FreePorts.any(), traced);
        another.awaitReady();
        return another;
    }

    /** Returns all processes of the suite, by name. */
    public Map<String, ProcessHandle> processes() {
        var processes = new LinkedHashMap<String, ProcessHandle>();
        processes.put(viewer.title(), servers.viewerProcess().handle());
        processes.put(Server.ISSUER.title(), servers.issuerProcess().handle());
        ProcessHandle.of(postgres().pid()).ifPresent(each -> processes.put("PostgreSQL", each));
        ProcessHandle.of(redis().pid()).ifPresent(each -> processes.put("Redis", each));
        ProcessHandle.of(kafka().pid()).ifPresent(each -> processes.put("Kafka", each));
        instances.forEach(each -> processes.put(each.name(), each.process()));
        return processes;
    }

    /** Stops everything in order: the gateway, the services, Kafka, Redis, PostgreSQL. */
    @Override
    public void close() {
        boolean first;
        synchronized (instances) {
            first = closed.compareAndSet(false, true);
        }
        if (first) {
            try {
                stopAll();
            } finally {
                data.close();
                ended.countDown();
            }
        } else {
            awaitEnd();
        }
    }

    /** Whoever comes second must not go on, to the end of the JVM say, before all is stopped. */
    private void awaitEnd() {
        try {
            boolean _ = ended.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAll() {
        deaths.expectAll();
        startup.cancel();
        Progress.Step step = options.progress().stopping();
        stop(instances.stream().filter(each -> each.service() == Service.GATEWAY).toList());
        stop(instances.stream().filter(each -> each.service() != Service.GATEWAY).toList());
        startup.awaitQuiet();
        servers.close();
        ledger.clear();
        step.stopped();
    }

    private static void stop(List<ServiceInstance> together) {
        var threads = new ArrayList<Thread>();
        together.forEach(each -> threads.add(Thread.ofVirtual().start(each::stop)));
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                together.forEach(ServiceInstance::kill);
                return;
            }
        }
    }
}
