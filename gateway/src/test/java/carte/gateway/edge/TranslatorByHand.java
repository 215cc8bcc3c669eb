package carte.gateway.edge;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs what it is given at once, or else when it is told to. */
final class TranslatorByHand implements Executor {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean waits;

    @Override
    public void execute(Runnable task) {
        if (waits) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    /** From now on runs when it is told to. */
    void waits() {
        waits = true;
    }

    /** Runs what waits, and from now on at once. */
    void goesOn() {
        waits = false;
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
