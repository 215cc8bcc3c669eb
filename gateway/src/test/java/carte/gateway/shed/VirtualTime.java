package carte.gateway.shed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Time that passes only when a test says so, for Reactor's timers too. */
final class VirtualTime implements BeforeEachCallback, AfterEachCallback {

    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

    @Override
    public void beforeEach(ExtensionContext test) {
        VirtualTimeScheduler.set(scheduler);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        VirtualTimeScheduler.reset();
    }

    long nanos() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    void advanceTimeBy(Duration duration) {
        scheduler.advanceTimeBy(duration);
    }
}
