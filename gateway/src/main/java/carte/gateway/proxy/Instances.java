package carte.gateway.proxy;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one service, taken in turn. */
final class Instances {

    private final List<URI> addresses;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(List<URI> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    URI next() {
        return addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size()));
    }

    /** Returns the instance to try after {@code failed}: another one where there is one. */
    URI after(URI failed) {
        return addresses.get((addresses.indexOf(failed) + 1) % addresses.size());
    }
}
