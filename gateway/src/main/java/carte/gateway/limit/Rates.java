package carte.gateway.limit;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Counts what clients ask for. */
interface Rates {

    /**
     * Counts one request, and returns for how long the client has to wait until it may make it;
     * zero if it may now. Returns nothing if that cannot be known.
     */
    Mono<Duration> ask(String client, Rate rate);
}
