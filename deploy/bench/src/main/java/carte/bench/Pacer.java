package carte.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Does something at a steady rate, for so long, whether or not what came before is answered: who
 * falls behind does not slow the others down (an open loop, as customers are).
 */
final class Pacer {

    private Pacer() {}

    /**
     * Returns what waits for the end.
     *
     * @param each is told the number of the turn, from 0
     */
    static Running start(
            int perSecond, Duration length, int threads, LongConsumer each) {
        var turns = new AtomicLong();
        long begin = System.nanoTime();
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long last = length.toNanos() / interval;
        ExecutorService workers = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("pacer-", 1).factory());
        List<Future<?>> futures = new ArrayList<>();
        for (int worker = 0; worker < threads; worker++) {
            futures.add(workers.submit(() -> {
                for (long turn = turns.getAndIncrement(); turn < last; turn = turns
                        .getAndIncrement()) {
                    until(begin + turn * interval);
                    each.accept(turn);
                }
            }));
        }
        workers.shutdown();
        return new Running(futures);
    }

    private static void until(long time) {
        long left = time - System.nanoTime();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** What has been started. */
    record Running(List<Future<?>> workers) {

        /** Returns once all turns are over; throws what one of them threw. */
        void await() {
            try {
                for (Future<?> worker : workers) {
                    worker.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
