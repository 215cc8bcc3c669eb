package carte.order.menus;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Logs the begin and the end of a time in which the copies cannot be written, once each. */
@Component
final class StoreOutage {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOutage.class);

    private final AtomicBoolean ongoing = new AtomicBoolean();

    void begin(@Nullable Exception failure) {
        if (ongoing.compareAndSet(false, true)) {
            Throwable root = NestedExceptionUtils.getRootCause(failure);
            LOG.error("The copies of the menus cannot be written; reading of menu changes waits"
                    + " and tries again: {}", String.valueOf(root == null ? failure : root));
        }
    }

    void end() {
        if (ongoing.compareAndSet(true, false)) {
            LOG.info("The copies of the menus can be written again");
        }
    }
}
