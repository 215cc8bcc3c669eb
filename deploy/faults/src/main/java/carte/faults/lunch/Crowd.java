package carte.faults.lunch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;

/** Has people ask at steady rates, whether or not earlier ones are answered. */
final class Crowd implements AutoCloseable {

    private final People people;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** Starts to ask for each wish so many times a second. */
    Crowd(People people, Map<Wish, Integer> perSecond) {
        this.people = people;
        perSecond.forEach((wish, rate) -> threads.add(
                Thread.ofPlatform().name("crowd-" + wish).start(() -> ask(wish, rate))));
    }

    private void ask(Wish wish, int perSecond) {
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long due = System.nanoTime();
        Phaser open = new Phaser(1);
        try {
            while (!end.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                open.register();
                var _ = people.ask(wish, due).thenRun(open::arriveAndDeregister);
                due += interval;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        open.arriveAndAwaitAdvance();
    }

    /** Asks for no more. */
    void end() {
        end.countDown();
    }

    /** Ends once everything that was asked for is answered or given up. */
    @Override
    public void close() {
        end();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
