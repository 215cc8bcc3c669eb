package carte.local.endtoend;

import carte.local.contract.AnswerCheck.Answer;
import carte.local.contract.Attempt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Sends attempts and reads their answers; of a stream of events, only the beginning. */
final class ContractClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    ContractClient(URI base) {
        this.base = base;
    }

    Answer send(Attempt attempt) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(base + attempt.target()))
                .timeout(Duration.ofSeconds(20))
                .method(attempt.operation().method(), attempt.body().length == 0
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(attempt.body()));
        attempt.headers().forEach(request::setHeader);
        try {
            return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(attempt.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(
                name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        boolean endless = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        try (InputStream body = response.body()) {
            byte[] bytes = endless ? body.readNBytes(1) : body.readAllBytes();
            return new Answer(response.statusCode(), headers,
                    new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
