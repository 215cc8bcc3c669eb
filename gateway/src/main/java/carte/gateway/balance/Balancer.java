package carte.gateway.balance;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which instance of one service is asked: of two random ones that with fewer calls under
 * way (Mitzenmacher, The Power of Two Choices). An instance that fails more than the others is
 * left out for a while, never more than half of them, and then one call decides; one that says or
 * shows by its silence that it is not ready is left out until it is. With none left, all are tried.
 */
public final class Balancer {

    private final List<Instance> instances;
    private final EjectionRule rule;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private final BalanceReport report;

    /** Takes the base addresses of the instances, and a clock that only goes forward. */
    public Balancer(
            List<URI> addresses,
            EjectionRule rule,
            LongSupplier nanoTime,
            RandomGenerator random,
            BalanceReport report) {
        this.instances = addresses.stream().map(Instance::new).toList();
        this.rule = rule;
        this.nanoTime = nanoTime;
        this.random = random;
        this.report = report;
    }

    /**
     * Begins a call.
     *
     * @param mayProbe whether it does no harm if the call fails, because it can be sent again
     * @param except an instance that has just failed, to be asked only where there is no better one
     */
    public synchronized Turn begin(boolean mayProbe, @Nullable URI except) {
        long now = nanoTime.getAsLong();
        Instance probed = mayProbe ? toBeProbed(now, except) : null;
        Instance chosen = probed != null ? probed : choose(except);
        chosen.asked(probed != null);
        return new Turn(this, chosen, probed != null, now);
    }

    private @Nullable Instance toBeProbed(long now, @Nullable URI except) {
        for (Instance instance : instances) {
            if (instance.isToBeProbed(now) && !instance.address().equals(except)) {
                return instance;
            }
        }
        return null;
    }

    private Instance choose(@Nullable URI except) {
        List<Instance> usable = instances.stream().filter(Instance::isUsable).toList();
        List<Instance> some = usable.isEmpty() ? instances : usable;
        List<Instance> others = some.stream()
                .filter(instance -> !instance.address().equals(except))
                .toList();
        return lessBusyOfTwo(others.isEmpty() ? some : others);
    }

    private Instance lessBusyOfTwo(List<Instance> candidates) {
        int size = candidates.size();
        Instance one = candidates.get(random.nextInt(size));
        if (size == 1) {
            return one;
        }
        // Another one for certain, so that of two both are looked at.
        int step = 1 + random.nextInt(size - 1);
        Instance other = candidates.get((candidates.indexOf(one) + step) % size);
        return other.outstanding() < one.outstanding() ? other : one;
    }

    synchronized void ended(Turn turn, Outcome outcome) {
        Instance instance = turn.instance();
        instance.ended(turn.isProbe());
        if (!instance.isJudgedBy(turn.sentAt())) {
            return;
        }
        instance.answered(outcome);
        if (instance.isEjected()) {
            judgeEjected(instance, turn.isProbe(), outcome);
        } else if (instance.isOver(rule) && mayLeave(instance)) {
            eject(instance);
        }
    }

    private void judgeEjected(Instance instance, boolean probe, Outcome outcome) {
        if (outcome == Outcome.GOOD) {
            instance.reinstate();
            if (instance.isUsable()) {
                report.back(instance.address());
            }
        } else if (probe && outcome != Outcome.UNKNOWN) {
            eject(instance);
        }
    }

    private void eject(Instance instance) {
        Duration time = instance.eject(rule, nanoTime.getAsLong(), random.nextDouble());
        report.left(instance.address(), "it failed again and again, and is tried again in "
                + time.toMillis() + " ms");
    }

    /** Where the others fail as well, it is the service that fails, and nobody is an outlier. */
    private boolean mayLeave(Instance instance) {
        long left = instances.stream().filter(each -> !each.isUsable()).count();
        boolean anotherIsWell = instances.stream()
                .anyMatch(each -> !each.equals(instance) && each.isWell());
        return instance.isUsable() && left + 1 <= instances.size() / 2 && anotherIsWell;
    }

    /** Takes note of what a look at an instance has shown. */
    synchronized void checked(URI address, Health health) {
        for (Instance instance : instances) {
            if (instance.address().equals(address) && instance.health() != health) {
                change(instance, health);
            }
        }
    }

    private void change(Instance instance, Health health) {
        instance.says(health);
        if (health == Health.UP) {
            // It may be another process by now: what the former one did is no matter.
            instance.reinstate();
            report.back(instance.address());
        } else {
            report.left(instance.address(), "it " + health);
        }
    }

    /** Returns how many instances are asked now. */
    public synchronized int usable() {
        return Math.toIntExact(instances.stream().filter(Instance::isUsable).count());
    }

    /** Returns all base addresses. */
    List<URI> addresses() {
        return instances.stream().map(Instance::address).toList();
    }
}
