package carte.gateway.proxy;

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
    private final HttpClient client;
    private volatile boolean running;

    ServiceConnections(String name, ServiceSettings settings) {
        pool = ConnectionProvider.builder(name)
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(settings.waiting())
                .pendingAcquireTimeout(settings.connectTimeout())
                .maxIdleTime(settings.idleTimeout())
                .lifo()
                .metrics(true)
                .build();
        // The library would repeat writes too; what may be repeated is decided here.
        client = HttpClient.create(pool)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()));
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        pool.dispose();
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
