package carte.menu.schedule;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;

/** The schedules of all shards: the last to start, and the first to stop. */
final class ShardSchedules implements SmartLifecycle {

    private final List<ShardSchedule> schedules;
    private volatile boolean running;

    ShardSchedules(List<ShardSchedule> schedules) {
        this.schedules = List.copyOf(schedules);
    }

    @Override
    public void start() {
        schedules.forEach(ShardSchedule::start);
        running = true;
    }

    @Override
    public void stop() {
        // Each may wait for its database for seconds; together they wait no longer than one.
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            schedules.forEach(schedule -> threads.execute(schedule::close));
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
