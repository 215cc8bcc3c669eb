package carte.kit.load;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/** Lets all who ask for the same key at the same time wait for one load. */
public final class SingleFlight<K, V> {

    private final ConcurrentMap<K, Flight> flights = new ConcurrentHashMap<>();
    private final Function<K, Mono<V>> load;
    private final long joinableNanos;
    private final LongSupplier nanoTime;

    /** Takes what loads a key. */
    public SingleFlight(Function<K, Mono<V>> load) {
        this(load, Long.MAX_VALUE, () -> 0);
    }

    /**
     * Takes what loads a key.
     *
     * @param joinableNanos for how long a load is joined; whoever comes later begins another one
     * @param nanoTime such as {@link System#nanoTime}
     */
    public SingleFlight(
            Function<K, Mono<V>> load, long joinableNanos, LongSupplier nanoTime) {
        this.load = load;
        this.joinableNanos = joinableNanos;
        this.nanoTime = nanoTime;
    }

    private final class Flight {

        private final long begunAt;
        private final Mono<V> load;

        Flight(K key, long begunAt) {
            this.begunAt = begunAt;
            // Removed before its readers hear of it: whoever asks after that begins anew.
            this.load = Mono.defer(() -> SingleFlight.this.load.apply(key))
                    .doOnTerminate(() -> flights.remove(key, this))
                    .cache();
        }
    }

    /** Joins the load that is under way, or begins one; it ends even if its readers leave. */
    public Mono<V> get(K key) {
        return Mono.defer(() -> {
            long now = nanoTime.getAsLong();
            return flights.compute(key, (_, flight) -> flight != null
                    && now - flight.begunAt <= joinableNanos ? flight : new Flight(key, now)).load;
        });
    }
}
