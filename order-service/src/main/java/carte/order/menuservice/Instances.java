package carte.order.menuservice;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The instances of a service in the order in which a call asks them: in turn, and last those that
 * kept silent. After a while one call tries such an instance first.
 */
final class Instances {

    /** How long one that kept silent is asked last. */
    static final Duration REST = Duration.ofSeconds(10);

    private final List<URI> all;
    private final LongSupplier nanoTime;
    private final Map<URI, Long> silentSince = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Instances(List<URI> all, LongSupplier nanoTime) {
        this.all = List.copyOf(all);
        this.nanoTime = nanoTime;
    }

    /** Returns all of them in the order in which the next call is to ask. */
    List<URI> inTurn() {
        int first = turn.getAndIncrement();
        List<URI> order = new ArrayList<>();
        List<URI> last = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            URI instance = all.get(Math.floorMod(first + i, all.size()));
            (isToRest(instance, i == 0) ? last : order).add(instance);
        }
        order.addAll(last);
        return order;
    }

    private boolean isToRest(URI instance, boolean first) {
        Long since = silentSince.get(instance);
        if (since == null) {
            return false;
        }
        long now = nanoTime.getAsLong();
        // The others go on passing it by until the one that tries it has its answer.
        boolean tried = first && now - since >= REST.toNanos()
                && silentSince.replace(instance, since, now);
        return !tried;
    }

    /** Takes note that one did not answer in time. */
    void silent(URI instance) {
        silentSince.put(instance, nanoTime.getAsLong());
    }

    /** Takes note that one answered. */
    void answered(URI instance) {
        silentSince.remove(instance);
    }
}
