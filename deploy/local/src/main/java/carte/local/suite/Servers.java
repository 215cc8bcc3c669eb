package carte.local.suite;

import carte.embedded.EmbeddedPostgres;
import carte.embedded.EmbeddedRedis;
import carte.embedded.FreePorts;
import carte.embedded.KafkaDetour;
import carte.embedded.KafkaProcess;
import carte.local.data.DataDirectory;
import carte.local.process.ChildProcess;
import carte.local.process.ProcessLedger;
import carte.local.process.ProcessLedger.Role;
import carte.local.tracing.TraceViewer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Redis, Kafka, the issuer of tokens and the trace viewer of one run. */
final class Servers {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final DataDirectory data;
    private final ProcessLedger ledger;
    private final Deaths deaths;
    private final Ports ports;
    private final TraceViewer viewer;
    private final Issuer issuer;
    private volatile @Nullable EmbeddedPostgres postgres;
    private volatile @Nullable EmbeddedRedis redis;
    private volatile @Nullable KafkaProcess kafka;
    private volatile @Nullable ChildProcess viewerProcess;
    private volatile @Nullable ChildProcess issuerProcess;

    /** The ports that the three servers are given, and another way to Kafka if there is one. */
    record Ports(int postgres, int redis, int kafka, @Nullable KafkaDetour gatewayToKafka) {

        static Ports anyFree(@Nullable IntUnaryOperator gatewayToKafka) {
            return new Ports(FreePorts.any(), FreePorts.any(), FreePorts.any(),
                    gatewayToKafka == null ? null : detour(gatewayToKafka));
        }

        private static KafkaDetour detour(IntUnaryOperator entranceOf) {
            int exit = FreePorts.any();
            return new KafkaDetour(entranceOf.applyAsInt(exit), exit);
        }
    }

    Servers(
            DataDirectory data,
            ProcessLedger ledger,
            Deaths deaths,
            Ports ports,
            TraceViewer viewer,
            Issuer issuer) {
        this.data = data;
        this.ledger = ledger;
        this.deaths = deaths;
        this.ports = ports;
        this.viewer = viewer;
        this.issuer = issuer;
    }

    /** Starts one and waits until it serves. */
    void start(Server server) {
        switch (server) {
            case POSTGRES -> startPostgres();
            case REDIS -> startRedis();
            case KAFKA -> startKafka();
            case ISSUER -> startIssuer();
            case TRACES -> startViewer();
        }
    }

    String title(Server server) {
        return server == Server.TRACES ? viewer.title() : server.title();
    }

    private void startPostgres() {
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .dataDirectory(data.resolve("postgres"))
                .port(ports.postgres)
                .start();
        postgres = recorded("PostgreSQL", started, EmbeddedPostgres::pid);
        Wiring.DATABASES.forEach(started::createDatabase);
    }

    private void startRedis() {
        redis = recorded("Redis", EmbeddedRedis.builder()
                .dataDirectory(data.resolve("redis"))
                .port(ports.redis)
                .start(), EmbeddedRedis::pid);
    }

    private void startKafka() {
        kafka = recorded("Kafka", KafkaProcess.builder()
                .dataDirectory(data.resolve("kafka"))
                .port(ports.kafka)
                .detour(ports.gatewayToKafka)
                .logFile(data.log("kafka"))
                .jvmOptions(JavaRuntime.SOON_UP)
                .start(), KafkaProcess::pid);
    }

    private void startViewer() {
        ChildProcess started = started(viewer.title(), viewer.command());
        viewerProcess = started;
        awaitReady(started, viewer.health());
    }

    private void startIssuer() {
        ChildProcess started = started(Server.ISSUER.title(), issuer.command());
        issuerProcess = started;
        awaitReady(started, issuer.health());
        issuer.tellAddress();
    }

    private ChildProcess started(String title, List<String> command) {
        ChildProcess started = ChildProcess.start(title, command,
                data.log(title.toLowerCase(Locale.ROOT)));
        ledger.add(Role.SERVER, title, started.handle());
        return started;
    }

    private void awaitReady(ChildProcess process, URI health) {
        Awaiting.ready(process, health, PATIENCE);
        deaths.watch(process);
    }

    private <S> S recorded(String name, S server, ToLongFunction<S> pidOf) {
        long pid = pidOf.applyAsLong(server);
        ProcessHandle.of(pid).ifPresent(process -> ledger.add(Role.SERVER, name, process));
        deaths.watch(name, pid);
        return server;
    }

    EmbeddedPostgres postgres() {
        return started(postgres);
    }

    EmbeddedRedis redis() {
        return started(redis);
    }

    KafkaProcess kafka() {
        return started(kafka);
    }

    ChildProcess viewerProcess() {
        return started(viewerProcess);
    }

    ChildProcess issuerProcess() {
        return started(issuerProcess);
    }

    private static <S> S started(@Nullable S server) {
        if (server == null) {
            throw new IllegalStateException("the servers have not started");
        }
        return server;
    }

    /** Stops what was started: Kafka, Redis, PostgreSQL, the issuer, then the viewer. */
    void close() {
        issuer.forgetAddress();
        List<Optional<RuntimeException>> outcomes = List.of(
                closing(kafka), closing(redis), closing(postgres),
                closing(stopping(issuerProcess)), closing(stopping(viewerProcess)));
        outcomes.stream().flatMap(Optional::stream).findFirst().ifPresent(failure -> {
            throw failure;
        });
    }

    private static @Nullable AutoCloseable stopping(@Nullable ChildProcess process) {
        return process == null ? null : () -> process.stop(GRACE);
    }

    /** A server that cannot be stopped must not keep the next one from being stopped. */
    private static Optional<RuntimeException> closing(@Nullable AutoCloseable server) {
        if (server == null) {
            return Optional.empty();
        }
        try {
            server.close();
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(new IllegalStateException("a server could not be stopped", e));
        }
    }
}
