package carte.order.menus;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Logs the begin and the end of a time in which the copies cannot be written, once each. */
@Component
public final class StoreOutage {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOutage.class);

    private final AtomicBoolean ongoing = new AtomicBoolean();

    /** Says that a write has failed. */
    public void begin(@Nullable Exception failure) {
        if (ongoing.compareAndSet(false, true)) {
            Throwable root = NestedExceptionUtils.getRootCause(failure);
            LOG.error("The copies cannot be written; reading of changes waits and tries again: {}",
                    String.valueOf(root == null ? failure : root));
        }
    }

    /** Says that a write has succeeded. */
    public void end() {
        if (ongoing.compareAndSet(true, false)) {
            LOG.info("The copies can be written again");
        }
    }
}
