package carte.menu.schedule;

import carte.contracts.menu.RestaurantId;
import carte.kit.problem.ProblemException;
import carte.kit.telemetry.TraceParent;
import carte.menu.schedule.Due.DueMenu;
import io.opentelemetry.context.Scope;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one shard again and again for work that is due, and has it done: different menus at the
 * same time, the work of one menu in order.
 */
final class ShardSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShardSchedule.class);
    private static final int MOST_PIECES = 500;
    private static final Duration WHILE_BUSY = Duration.ofMillis(20);
    private static final Duration AFTER_OUTAGE = Duration.ofMillis(500);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String shard;
    private final DataSource source;
    private final Predicate<RestaurantId> work;
    private final Duration poll;
    private final Semaphore slots;
    private final Thread thread;
    private final ExecutorService workers;
    private final Set<RestaurantId> busy = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean failing;

    /**
     * Prepares; nothing happens before {@link #start}.
     *
     * @param work does one piece of work of a menu and waits for its end; false if there was none
     */
    ShardSchedule(String shard, DataSource source, ScheduleProperties properties,
            Predicate<RestaurantId> work) {
        this.shard = shard;
        this.source = source;
        this.work = work;
        this.poll = properties.poll();
        this.slots = new Semaphore(properties.parallel());
        this.thread = Thread.ofPlatform().name("schedule-" + shard).daemon().unstarted(this::run);
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("schedule-" + shard + "-", 1).factory());
    }

    void start() {
        thread.start();
    }

    /** Begins nothing more, and waits for what was begun. */
    @Override
    public void close() {
        closing.countDown();
        try {
            boolean ended = thread.join(LONGEST_END);
            workers.shutdown();
            if (!workers.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)
                    || !ended) {
                LOG.warn("schedule {}: still waiting for the database; what is not committed is"
                        + " done after the next start", shard);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run() {
        // Looking is traced by nobody; each piece of work begins a trace of its own.
        try (Scope _ = TraceParent.untraced().makeCurrent()) {
            while (!isClosing()) {
                look();
            }
        }
    }

    private void look() {
        try (DueDatabase database = new DueDatabase(source)) {
            while (!isClosing()) {
                Due due = database.look(MOST_PIECES);
                noteRecovery();
                begin(due.menus());
                pause(pauseAfter(due));
            }
        } catch (SQLException | RuntimeException e) {
            tell(e);
            pause(AFTER_OUTAGE);
        }
    }

    /** Instances that begin at different ends meet in the middle, and not at each menu. */
    private void begin(List<DueMenu> menus) {
        Collections.shuffle(menus);
        for (DueMenu menu : menus) {
            if (busy.add(menu.id())) {
                workers.execute(() -> work(menu));
            }
        }
    }

    private Duration pauseAfter(Due due) {
        if (!due.menus().isEmpty()) {
            return WHILE_BUSY;
        }
        Duration untilNext = due.untilNext();
        return untilNext == null || untilNext.compareTo(poll) > 0 ? poll : untilNext;
    }

    private void work(DueMenu menu) {
        try {
            slots.acquire();
            try {
                workInOrder(menu);
            } finally {
                slots.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ProblemException e) {
            // The shard is away or the menu is held: told where statements fail. It stays due.
            pause(AFTER_OUTAGE);
        } catch (RuntimeException e) {
            LOG.error("schedule {}: the work for {} failed and is tried again", shard, menu.id(),
                    e);
            pause(AFTER_FAULT);
        } finally {
            busy.remove(menu.id());
        }
    }

    private void workInOrder(DueMenu menu) {
        boolean more = true;
        for (int piece = 0; more && piece < menu.pieces() && !isClosing(); piece++) {
            more = work.test(menu.id());
        }
    }

    private void pause(Duration most) {
        try {
            var _ = closing.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            closing.countDown();
        }
    }

    private void tell(Exception error) {
        if (!failing && !isClosing()) {
            failing = true;
            LOG.warn("schedule {}: the database does not serve, due changes wait: {}", shard,
                    error.toString());
        }
    }

    private void noteRecovery() {
        if (failing) {
            failing = false;
            LOG.info("schedule {}: due changes take effect again", shard);
        }
    }
}
