package carte.order.menuservice;

import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What menu-service answered. */
// Never compared, only taken apart again.
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, HttpHeaders headers, byte[] body) {

    boolean is(HttpStatus expected) {
        return status == expected.value();
    }

    /** Whoever says at once that it cannot serve is there, and serves other restaurants. */
    void requireNoFault() {
        if (status >= 500 && !is(HttpStatus.SERVICE_UNAVAILABLE)) {
            throw new IllegalStateException("menu-service answered " + status);
        }
    }
}
