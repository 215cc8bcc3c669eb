package carte.local.suite;

import carte.local.process.ChildProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** One running process of a service, and what may be done to it. */
public final class ServiceInstance {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Service service;
    private final String name;
    private final int port;
    private final int managementPort;
    private final Duration readyTimeout;
    private final Supplier<ChildProcess> starter;
    private final Deaths deaths;
    private volatile ChildProcess process;

    private ServiceInstance(
            Service service,
            String name,
            int port,
            int managementPort,
            Duration readyTimeout,
            Supplier<ChildProcess> starter,
            Deaths deaths) {
        this.service = service;
        this.name = name;
        this.port = port;
        this.managementPort = managementPort;
        this.readyTimeout = readyTimeout;
        this.starter = starter;
        this.deaths = deaths;
        this.process = starter.get();
    }

    /** Starts a process, which is not ready yet. */
    static ServiceInstance start(
            Service service,
            String name,
            int port,
            int managementPort,
            Duration readyTimeout,
            Supplier<ChildProcess> starter,
            Deaths deaths) {
        return new ServiceInstance(
                service, name, port, managementPort, readyTimeout, starter, deaths);
    }

    /** Returns which service it is. */
    public Service service() {
        return service;
    }

    /** Returns its name, such as {@code menu-service} or {@code menu-service-2}. */
    public String name() {
        return name;
    }

    /** Returns where it serves HTTP; stays the same over restarts. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Returns where it tells its numbers (Prometheus text format). */
    public URI metrics() {
        return metrics(managementPort);
    }

    static URI metrics(int port) {
        return URI.create("http://localhost:" + port + "/actuator/prometheus");
    }

    /** Returns the operating system's process. */
    public ProcessHandle process() {
        return process.handle();
    }

    /** Returns where its output goes. */
    public Path log() {
        return process.log();
    }

    /** Waits until it is ready to serve; throws {@link StartRefused} if it never is. */
    public void awaitReady() {
        ChildProcess current = process;
        Awaiting.ready(current, URI.create("http://127.0.0.1:" + port + "/readyz"), readyTimeout);
        deaths.watch(current);
    }

    /** Waits until it shows the page at this path; throws {@link StartRefused} if it never does. */
    void awaitPage(String path) {
        Awaiting.page(process, address().resolve(path), readyTimeout);
    }

    /** Asks it to end, as an orderly shutdown does, and waits for the end. */
    public void stop() {
        ChildProcess current = expectedToEnd();
        current.resume();
        current.stop(GRACE);
    }

    /** Ends it at once, as a crash does (SIGKILL). */
    public void kill() {
        expectedToEnd().kill();
    }

    /** Holds it between two of its instructions (SIGSTOP): its connections stay open. */
    public void freeze() {
        process.freeze();
    }

    /** Lets it go on after {@link #freeze}. */
    public void resume() {
        process.resume();
    }

    /** Starts it again on the same port, after it was stopped or killed, and waits for it. */
    public void restart() {
        stop();
        process = starter.get();
        awaitReady();
    }

    /**
     * Does the same with the processor time that all the others leave over, so that they do not
     * lack it: as if it had processors of its own. Needs Linux and root.
     */
    public void restartBehindOthers() {
        stop();
        ChildProcess next = starter.get();
        process = next;
        next.yieldToOthers();
        awaitReady();
        next.yieldNoMore();
    }

    private ChildProcess expectedToEnd() {
        ChildProcess current = process;
        deaths.expect(current);
        return current;
    }
}
