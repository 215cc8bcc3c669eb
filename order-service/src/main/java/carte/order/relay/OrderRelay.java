package carte.order.relay;

import carte.kit.outbox.OutboxRelay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The relay of orders, which works from before the first request until after the last. */
final class OrderRelay implements SmartLifecycle {

    private final @Nullable OutboxRelay relay;
    private volatile boolean running;

    /** Takes the relay, or null where this instance does not publish. */
    OrderRelay(@Nullable OutboxRelay relay) {
        this.relay = relay;
    }

    /** Says that an event was committed; cheap, from any thread. */
    void wake() {
        if (relay != null) {
            relay.wake();
        }
    }

    @Override
    public void start() {
        if (relay != null) {
            relay.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        if (relay != null) {
            relay.close();
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
