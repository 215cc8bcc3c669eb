package carte.kit.load;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Lets all who ask for the same key at the same time wait for one load. */
public final class SingleFlight<K, V> {

    private final ConcurrentMap<K, Mono<V>> flights = new ConcurrentHashMap<>();
    private final Function<K, Mono<V>> load;

    /** Takes what loads a key. */
    public SingleFlight(Function<K, Mono<V>> load) {
        this.load = load;
    }

    /** Joins the load that is under way, or begins one; it ends even if its readers leave. */
    public Mono<V> get(K key) {
        return Mono.defer(() -> flights.computeIfAbsent(key, this::begin));
    }

    private Mono<V> begin(K key) {
        // Removed before its readers hear of it: whoever asks after that begins anew.
        return Mono.defer(() -> load.apply(key))
                .doOnTerminate(() -> flights.remove(key))
                .cache();
    }
}
