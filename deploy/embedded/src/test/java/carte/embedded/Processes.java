package carte.embedded;

import static org.awaitility.Awaitility.await;

/** The processes of this machine, as tests need them. */
final class Processes {

    private Processes() {}

    /** Ends a process with SIGKILL, and waits until it has ended. */
    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().until(() -> !isRunning(pid));
    }

    /** A process that no parent has collected yet has ended, though its number is still taken. */
    static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command()).isPresent();
    }
}
