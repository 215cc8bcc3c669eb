package carte.simulation;

import java.util.ArrayList;
import java.util.List;

/** All slots, and the network to them: commands may arrive long after they were given up. */
final class Redis extends Actor {

    private final List<RedisSlot> slots = new ArrayList<>();
    private final List<Delayed> delayed = new ArrayList<>();
    private long downUntil;

    Redis(World world, Database database, Protocol protocol) {
        super(world, "redis");
        long skew = world.upTo(100_000) - 50_000;
        for (int partition = 0; partition < World.PARTITIONS; partition++) {
            slots.add(new RedisSlot(world, database, protocol, partition, skew));
        }
    }

    private record Delayed(long at, Runnable command) {}

    RedisSlot slot(int partition) {
        return slots.get(partition);
    }

    boolean isUp() {
        return world.isCalm() || world.now() >= downUntil;
    }

    void goDownFor(long micros) {
        downUntil = world.now() + micros;
    }

    /** Lets a command arrive at some later time. */
    void later(Runnable command) {
        long delay = world.oneIn(20) ? world.upTo(20_000_000) : world.upTo(20_000);
        delayed.add(new Delayed(world.now() + delay, command));
    }

    @Override
    void begin() {
        List<Delayed> due = delayed.stream().filter(each -> each.at() <= world.now()).toList();
        delayed.removeAll(due);
        if (isUp()) {
            due.forEach(each -> each.command().run());
        }
    }

    void check() {
        slots.forEach(RedisSlot::check);
    }
}
