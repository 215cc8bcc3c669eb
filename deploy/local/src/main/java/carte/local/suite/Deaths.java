package carte.local.suite;

import carte.local.console.Progress;
import carte.local.process.ChildProcess;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the console of processes that end though nobody asked them to. */
final class Deaths {

    private static final String WHAT_NOW = "Ctrl-C and a new start bring it back.";

    private final Progress progress;
    private final Set<Long> expected = ConcurrentHashMap.newKeySet();
    private volatile boolean allExpected;

    Deaths(Progress progress) {
        this.progress = progress;
    }

    void watch(ChildProcess process) {
        var _ = process.onExit().thenAccept(exitCode -> {
            if (isSurprising(process.handle())) {
                progress.line("ended", process.name() + " ended by itself (exit code " + exitCode
                        + "); its log: " + process.log() + ". " + WHAT_NOW);
            }
        });
    }

    void watch(String name, long pid) {
        ProcessHandle.of(pid).ifPresent(handle -> {
            var _ = handle.onExit().thenAccept(ended -> {
                if (isSurprising(ended)) {
                    progress.line("ended", name + " ended by itself. " + WHAT_NOW);
                }
            });
        });
    }

    void expect(ChildProcess process) {
        expected.add(process.handle().pid());
    }

    void expectAll() {
        allExpected = true;
    }

    private boolean isSurprising(ProcessHandle process) {
        return !allExpected && !expected.contains(process.pid());
    }
}
