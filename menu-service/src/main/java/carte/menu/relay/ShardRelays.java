package carte.menu.relay;

import carte.kit.outbox.OutboxRelay;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;

/** The relays of all shards, which work from before the first request until after the last. */
public final class ShardRelays implements SmartLifecycle {

    private final Map<String, OutboxRelay> relays;
    private volatile boolean running;

    ShardRelays(Map<String, OutboxRelay> relays) {
        this.relays = Map.copyOf(relays);
    }

    /** Says that a change was committed in a shard; cheap, from any thread. */
    public void wake(String shard) {
        OutboxRelay relay = relays.get(shard);
        if (relay != null) {
            relay.wake();
        }
    }

    @Override
    public void start() {
        relays.values().forEach(OutboxRelay::start);
        running = true;
    }

    @Override
    public void stop() {
        // Each may wait for Kafka for seconds; together they wait no longer than one.
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (OutboxRelay relay : List.copyOf(relays.values())) {
                threads.execute(relay::close);
            }
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, and so stopped after it has answered its last request. */
    @Override
    public int getPhase() {
        return 0;
    }
}
