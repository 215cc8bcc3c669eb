package carte.simulation;

import carte.contracts.cache.ApplyOutcome;
import carte.contracts.cache.LogStep;
import java.util.ArrayList;
import java.util.List;

/** One consumer's work on one partition: from the log to Redis, from where Redis is. */
final class Invalidator extends Actor {

    private static final int POLL = 5;
    private static final int LOST_ONE_IN = 300;

    private final int member;
    private final int partition;
    private final Group group;
    private final MenuLog log;
    private final Redis redis;
    private final Protocol protocol;
    private long expected;
    private int position;

    Invalidator(
            World world,
            int member,
            int partition,
            Group group,
            MenuLog log,
            Redis redis,
            Protocol protocol) {
        super(world, "invalidator-" + member + "/" + partition);
        this.member = member;
        this.partition = partition;
        this.group = group;
        this.log = log;
        this.redis = redis;
        this.protocol = protocol;
    }

    /** Who owns which partition; a member learns that it has lost one only when it polls. */
    static final class Group {
        private final int[] owners = new int[World.PARTITIONS];

        void passOn(int partition, int members) {
            owners[partition] = (owners[partition] + 1) % members;
        }

        boolean owns(int member, int partition) {
            return owners[partition] == member;
        }
    }

    @Override
    void begin() {
        if (!group.owns(member, partition)) {
            thenAfter(20_000, this::begin);
        } else if (redis.isUp()) {
            goTo(redis.slot(partition).offset());
            then(this::poll);
        }
    }

    private void goTo(long offset) {
        expected = offset;
        position = (int) Math.max(0, offset);
    }

    private void poll() {
        if (!group.owns(member, partition)) {
            then(this::begin);
            return;
        }
        if (!log.isUp() || position >= log.end(partition)) {
            thenAfter(world.upTo(3_000), this::poll);
            return;
        }
        List<Integer> offsets = new ArrayList<>();
        for (int each = position; each < log.end(partition) && offsets.size() < POLL; each++) {
            offsets.add(each);
        }
        List<Integer> ordered = protocol.advancesBehindWhatIsApplied()
                ? offsets
                : watermarksFirst(offsets);
        then(() -> work(ordered, 0));
    }

    private List<Integer> watermarksFirst(List<Integer> offsets) {
        List<Integer> ordered = new ArrayList<>(offsets);
        ordered.sort((one, other) -> Boolean.compare(
                log.at(partition, other).isWatermark(), log.at(partition, one).isWatermark()));
        return ordered;
    }

    private void work(List<Integer> offsets, int index) {
        if (index == offsets.size()) {
            then(this::poll);
            return;
        }
        if (!redis.isUp()) {
            thenAfter(50_000, () -> work(offsets, index));
            return;
        }
        int offset = offsets.get(index);
        MenuLog.Entry record = log.at(partition, offset);
        LogStep step = new LogStep(expected, offset + 1L);
        if (world.fault(LOST_ONE_IN)) {
            // The answer does not come in time: tried anew, and the first try may still arrive.
            redis.later(() -> send(record, step));
            return;
        }
        ApplyOutcome outcome = send(record, step);
        if (outcome == ApplyOutcome.ELSEWHERE) {
            then(this::goBack);
            return;
        }
        position = Math.max(position, offset + 1);
        if (record.isWatermark() || protocol.stepsWithEachRecord()) {
            expected = step.to();
        }
        then(() -> work(offsets, index + 1));
    }

    private ApplyOutcome send(MenuLog.Entry record, LogStep step) {
        RedisSlot slot = redis.slot(partition);
        return record.isWatermark()
                ? slot.advance(step, record.time())
                : slot.apply(record, record.version() % 5 != 0, step);
    }

    private void goBack() {
        if (redis.isUp()) {
            world.note(name, 1, () -> "goes back to " + redis.slot(partition).offset());
            goTo(redis.slot(partition).offset());
            then(this::poll);
        }
    }
}
