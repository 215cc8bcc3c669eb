package carte.menu.reading;

import carte.kit.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import reactor.core.publisher.Mono;

/** Lets so many loads of one shard be under way, and refuses more at once. */
final class Bulkhead {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final String shard;
    private final Semaphore free;

    Bulkhead(String shard, int most) {
        this.shard = shard;
        this.free = new Semaphore(most);
    }

    /** The place is free again before the answer goes on: whoever hears it may ask at once. */
    <T> Mono<T> admit(Mono<T> load) {
        return Mono.using(this::enter, _ -> load, Semaphore::release, true);
    }

    private Semaphore enter() {
        if (!free.tryAcquire()) {
            throw ProblemException.unavailable(
                    "shard " + shard + " has too many menus to read", RETRY_AFTER, null);
        }
        return free;
    }
}
