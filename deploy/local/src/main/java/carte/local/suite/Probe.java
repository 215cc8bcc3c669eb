package carte.local.suite;

import carte.local.tracing.Unsampled;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks over HTTP whether something is ready. */
final class Probe {

    private static final int OK = 200;

    private final Duration patience;
    private final HttpClient client;

    /** Takes how long an answer may take. */
    Probe(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    boolean answers(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(Unsampled.HEADER, Unsampled.PARENT)
                .timeout(patience)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
