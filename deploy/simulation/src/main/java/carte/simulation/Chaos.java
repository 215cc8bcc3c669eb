package carte.simulation;

import java.util.List;

/** What goes wrong besides frozen processes. */
final class Chaos extends Actor {

    private static final long PAUSE = 1_500_000;

    private final MenuLog log;
    private final Redis redis;
    private final Invalidator.Group group;
    private final List<Gateway> gateways;
    private final int members;
    private final Tally tally;

    Chaos(
            World world,
            MenuLog log,
            Redis redis,
            Invalidator.Group group,
            int members,
            List<Gateway> gateways,
            Tally tally) {
        super(world, "chaos");
        this.log = log;
        this.redis = redis;
        this.group = group;
        this.members = members;
        this.gateways = gateways;
        this.tally = tally;
    }

    @Override
    void begin() {
        if (world.isCalm()) {
            return;
        }
        tally.faults++;
        Gateway gateway = gateways.get(world.below(gateways.size()));
        int partition = world.below(World.PARTITIONS);
        switch (world.below(10)) {
            case 0 -> log.goDownFor(world.upTo(4_000_000));
            case 1 -> redis.goDownFor(world.upTo(4_000_000));
            case 2, 3 -> redis.slot(partition).takeSnapshot();
            case 4 -> redis.slot(partition).goBack(world.oneIn(4));
            case 5 -> group.passOn(partition, members);
            case 6 -> {
                if (world.oneIn(2)) {
                    gateway.cutOffFor(world.upTo(6_000_000));
                } else {
                    gateway.hangFor(5_000_000 + world.upTo(5_000_000));
                }
            }
            case 7 -> gateway.losePlace();
            case 8 -> {
                if (world.oneIn(3)) {
                    gateway.restart();
                }
            }
            default -> gateway.evict(world.below(World.RESTAURANTS));
        }
        thenAfter(world.upTo(PAUSE), this::begin);
    }
}
