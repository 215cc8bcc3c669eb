package carte.kit.startup;

import carte.kit.telemetry.TraceParent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Reads from its own service before it is ready: what is asked for the first time takes many times
 * as long, and nobody else should wait for that.
 */
final class FirstReads implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstReads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FirstReadsSettings settings;
    private final Supplier<URI> self;

    /** Takes where the service listens, which is known once it does. */
    FirstReads(FirstReadsSettings settings, Supplier<URI> self) {
        this.settings = settings;
        this.self = self;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (settings.targets().isEmpty() || settings.times() == 0) {
            return;
        }
        long began = System.nanoTime();
        int read = 0;
        Queue<String> next = new ArrayDeque<>(settings.targets());
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build()) {
            while (!next.isEmpty() && read < settings.times()
                    && System.nanoTime() - began < settings.longest().toNanos()) {
                String target = next.remove();
                if (isRead(client, target)) {
                    read++;
                    next.add(target);
                }
            }
        }
        LOG.info("{} first reads in {} ms", read,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private boolean isRead(HttpClient client, String target) throws InterruptedException {
        try {
            read(client, target);
            return true;
        } catch (IOException e) {
            // Where everything starts at once nobody is there yet, and nobody asks either.
            LOG.info("no more first reads of {}, what it needs is not there: {}", target,
                    e.getMessage());
            return false;
        }
    }

    private void read(HttpClient client, String target)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(self.get().resolve(target))
                .header("traceparent", TraceParent.NO_TRACE)
                .timeout(PATIENCE)
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("status " + status);
        }
    }
}
