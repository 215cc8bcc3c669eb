package carte.bench;

import java.io.IOException;
import java.util.List;

/** Which cores a process may use. */
final class Cores {

    private Cores() {}

    /** Holds all threads of a process on one core. */
    static void pin(long pid, int core) throws IOException {
        set(pid, Integer.toString(core));
    }

    /** Lets a process use all cores. */
    static void release(long pid) throws IOException {
        set(pid, "0-" + (Runtime.getRuntime().availableProcessors() - 1));
    }

    private static void set(long pid, String cores) throws IOException {
        Command.run(List.of("taskset", "--all-tasks", "--cpu-list", "--pid", cores,
                Long.toString(pid)));
    }
}
