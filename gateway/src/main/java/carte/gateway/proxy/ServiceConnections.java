package carte.gateway.proxy;

import carte.gateway.route.Service;
import io.netty.channel.ChannelOption;
import org.springframework.context.SmartLifecycle;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * The connections to one service. They are closed after the last client has been answered and
 * before the event loops stop, which is why this takes part in the life cycle.
 */
final class ServiceConnections implements SmartLifecycle {

    private final ConnectionProvider pool;
    private final ConnectionProvider streamPool;
    private final HttpClient client;
    private final HttpClient streams;
    private volatile boolean running;

    ServiceConnections(Service service, ServiceSettings settings) {
        pool = pool(service.title(), settings.connections(), settings);
        // Who listens for hours must not take the places of those who want one answer.
        streamPool = pool(service.title() + "-streams", settings.streams(), settings);
        client = client(pool, settings);
        streams = client(streamPool, settings);
    }

    private static ConnectionProvider pool(String name, int most, ServiceSettings settings) {
        return ConnectionProvider.builder(name)
                .maxConnections(most)
                .pendingAcquireMaxCount(settings.waiting())
                .pendingAcquireTimeout(settings.connectTimeout())
                .maxIdleTime(settings.idleTimeout())
                .lifo()
                .metrics(true)
                .build();
    }

    private static HttpClient client(ConnectionProvider pool, ServiceSettings settings) {
        // The library would repeat writes too; what may be repeated is decided here.
        return HttpClient.create(pool)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()));
    }

    HttpClient client() {
        return client;
    }

    /** Returns what asks for answers that go on until somebody leaves. */
    HttpClient streams() {
        return streams;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        pool.dispose();
        streamPool.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // The server stops in a much later phase of the start, the event loops in phase 0: parts stop
    // in the opposite order of their phases.
    @Override
    public int getPhase() {
        return 1;
    }
}
