package carte.faults.lunch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands before several gateways, as an ingress does: those that are ready are taken in turn.
 * It never sends anything a second time.
 */
final class Door implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<URI> gateways;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicInteger turn = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads;
    private volatile List<URI> ready;

    Door(List<URI> gateways) {
        this.gateways = List.copyOf(gateways);
        this.ready = this.gateways;
        this.threads = gateways.stream()
                .map(each -> Thread.ofVirtual().name("door").start(() -> watch(each))).toList();
    }

    /** Returns the gateway to send the next request to. */
    URI next() {
        List<URI> now = ready;
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
    }

    private void watch(URI gateway) {
        try {
            do {
                note(gateway, isReady(gateway));
            } while (!end.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady(URI gateway) throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(gateway.resolve("/readyz"))
                .timeout(PATIENCE).build();
        try {
            return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private synchronized void note(URI gateway, boolean isReady) {
        List<URI> next = gateways.stream()
                .filter(each -> each.equals(gateway) ? isReady : ready.contains(each)).toList();
        // Where none is ready all are tried.
        ready = next.isEmpty() ? gateways : next;
    }

    @Override
    public void close() {
        end.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        client.close();
    }
}
