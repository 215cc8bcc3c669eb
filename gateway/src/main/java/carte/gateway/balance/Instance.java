package carte.gateway.balance;

import java.net.URI;
import java.time.Duration;

/** What is known of one instance; {@link Balancer} keeps its threads apart. */
final class Instance {

    private final URI address;
    private Health health = Health.UP;
    private int outstanding;
    private int failures;
    private int slow;
    private boolean ejected;
    private boolean probed;
    private int ejections;
    private long ejectedAt;
    private long probeAt;

    Instance(URI address) {
        this.address = address;
    }

    URI address() {
        return address;
    }

    int outstanding() {
        return outstanding;
    }

    Health health() {
        return health;
    }

    boolean isUsable() {
        return health == Health.UP && !ejected;
    }

    boolean isWell() {
        return isUsable() && failures == 0 && slow == 0;
    }

    /** Tells whether its time is over, and one call may find out how it is. */
    boolean isToBeProbed(long now) {
        return health == Health.UP && ejected && !probed && now - probeAt >= 0;
    }

    /** Takes note of a call that is sent to it. */
    void asked(boolean probe) {
        outstanding++;
        probed |= probe;
    }

    /** Takes note of how a call ended that was sent when it was not ejected, or since it is. */
    void answered(Outcome outcome) {
        switch (outcome) {
            case GOOD -> {
                failures = 0;
                slow = 0;
            }
            case FAILED -> failures++;
            case SLOW -> slow++;
            case UNKNOWN -> {
                // Says nothing.
            }
        }
    }

    void ended(boolean probe) {
        outstanding--;
        probed &= !probe;
    }

    boolean isOver(EjectionRule rule) {
        return failures >= rule.failures() || slow >= rule.failures();
    }

    /** Tells whether a call that was sent at that time says how it is now. */
    boolean isJudgedBy(long sentAt) {
        return !ejected || sentAt - ejectedAt >= 0;
    }

    boolean isEjected() {
        return ejected;
    }

    Duration eject(EjectionRule rule, long now, double unit) {
        boolean again = ejections > 0 && now - probeAt < rule.longest().toNanos();
        ejections = again ? ejections : 0;
        Duration time = rule.time(ejections, unit);
        ejections++;
        ejected = true;
        ejectedAt = now;
        probeAt = now + time.toNanos();
        failures = 0;
        slow = 0;
        return time;
    }

    void reinstate() {
        ejected = false;
        failures = 0;
        slow = 0;
    }

    void says(Health now) {
        health = now;
    }
}
