package carte.order.events;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Logs the begin and the end of a time in which events cannot be written, once each. */
@Component
public final class WriteOutage {

    private static final Logger LOG = LoggerFactory.getLogger(WriteOutage.class);

    private final AtomicBoolean ongoing = new AtomicBoolean();

    void begin(@Nullable Exception failure) {
        if (ongoing.compareAndSet(false, true)) {
            Throwable root = NestedExceptionUtils.getRootCause(failure);
            LOG.error("What events tell cannot be written; their reading waits and tries again: {}",
                    String.valueOf(root == null ? failure : root));
        }
    }

    /** Takes note that an event was written. */
    public void end() {
        if (ongoing.compareAndSet(true, false)) {
            LOG.info("What events tell can be written again");
        }
    }
}
