package carte.gateway.balance;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/** One call's claim on one instance, ended once with what the call says of the instance. */
public final class Turn {

    private final Balancer balancer;
    private final Instance instance;
    private final boolean probe;
    private final long sentAt;
    private final AtomicBoolean ended = new AtomicBoolean();

    Turn(Balancer balancer, Instance instance, boolean probe, long sentAt) {
        this.balancer = balancer;
        this.instance = instance;
        this.probe = probe;
        this.sentAt = sentAt;
    }

    /** Returns the base address of the instance to ask. */
    public URI address() {
        return instance.address();
    }

    /** Ends it; only the first end counts. */
    public void end(Outcome outcome) {
        if (ended.compareAndSet(false, true)) {
            balancer.ended(this, outcome);
        }
    }

    Instance instance() {
        return instance;
    }

    boolean isProbe() {
        return probe;
    }

    long sentAt() {
        return sentAt;
    }
}
