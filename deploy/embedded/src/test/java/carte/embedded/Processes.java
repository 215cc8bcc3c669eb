package carte.embedded;

import static org.awaitility.Awaitility.await;

/** The processes of this machine, as tests need them. */
final class Processes {

    private Processes() {}

    /** Ends a child of this JVM with SIGKILL, and waits until it has been collected. */
    static void kill(long pid) {
        ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
        child.destroyForcibly();
        await().until(() -> !child.isAlive());
    }

    /** A process that no parent has collected yet has ended, though its number is still taken. */
    static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command()).isPresent();
    }
}
