package carte.local.suite;

import carte.embedded.EmbeddedPostgres;
import carte.embedded.EmbeddedRedis;
import carte.embedded.KafkaDetour;
import carte.embedded.KafkaProcess;
import carte.local.data.DataDirectory;
import carte.local.process.ChildProcess;
import carte.local.process.ProcessLedger;
import carte.local.process.ProcessLedger.Role;
import carte.local.tracing.TraceViewer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Redis, Kafka and the trace viewer of one run. */
final class Servers {

    private static final Duration VIEWER_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration VIEWER_GRACE = Duration.ofSeconds(3);

    private final DataDirectory data;
    private final ProcessLedger ledger;
    private final Deaths deaths;
    private final Ports ports;
    private final TraceViewer viewer;
    private volatile @Nullable EmbeddedPostgres postgres;
    private volatile @Nullable EmbeddedRedis redis;
    private volatile @Nullable KafkaProcess kafka;
    private volatile @Nullable ChildProcess viewerProcess;

    /** The ports that the three servers are given, and another way to Kafka if there is one. */
    record Ports(int postgres, int redis, int kafka, @Nullable KafkaDetour gatewayToKafka) {

        static Ports anyFree(@Nullable IntUnaryOperator gatewayToKafka) {
            return new Ports(PortNeed.anyFree(), PortNeed.anyFree(), PortNeed.anyFree(),
                    gatewayToKafka == null ? null : detour(gatewayToKafka));
        }

        private static KafkaDetour detour(IntUnaryOperator entranceOf) {
            int exit = PortNeed.anyFree();
            return new KafkaDetour(entranceOf.applyAsInt(exit), exit);
        }
    }

    Servers(
            DataDirectory data,
            ProcessLedger ledger,
            Deaths deaths,
            Ports ports,
            TraceViewer viewer) {
        this.data = data;
        this.ledger = ledger;
        this.deaths = deaths;
        this.ports = ports;
        this.viewer = viewer;
    }

    /** Starts one and waits until it serves. */
    void start(Server server) {
        switch (server) {
            case POSTGRES -> startPostgres();
            case REDIS -> startRedis();
            case KAFKA -> startKafka();
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
        Path log = data.log(viewer.title().toLowerCase(Locale.ROOT));
        ChildProcess started = ChildProcess.start(viewer.title(), viewer.command(), log);
        viewerProcess = started;
        ledger.add(Role.SERVER, viewer.title(), started.handle());
        Awaiting.ready(started, viewer.health(), VIEWER_TIMEOUT);
        deaths.watch(started);
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

    private static <S> S started(@Nullable S server) {
        if (server == null) {
            throw new IllegalStateException("the servers have not started");
        }
        return server;
    }

    /** Stops what was started: Kafka, Redis, PostgreSQL, then the viewer. */
    void close() {
        ChildProcess open = viewerProcess;
        List<Optional<RuntimeException>> outcomes = List.of(
                closing(kafka), closing(redis), closing(postgres),
                closing(open == null ? null : () -> open.stop(VIEWER_GRACE)));
        outcomes.stream().flatMap(Optional::stream).findFirst().ifPresent(failure -> {
            throw failure;
        });
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
