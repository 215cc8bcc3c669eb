package carte.local.suite;

import carte.contracts.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gets tokens from the issuer, each once in a while. */
public final class Tokens {

    /** Whose token allows everything. */
    public static final String OPERATOR = "operator";

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int OK = 200;

    private final URI issuer;
    private final String secret;
    private final Map<String, Token> kept = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private record Token(String value, Instant until) {}

    /** Asks this issuer, with the secret that all have in common. */
    public Tokens(URI issuer, String secret) {
        this.issuer = issuer;
        this.secret = secret;
    }

    /** Returns a token of an operator's, or of the people of a restaurant. */
    public String of(String who) {
        Instant now = Instant.now();
        return kept.compute(who, (name, token) -> token != null && now.isBefore(token.until)
                ? token
                : new Token(ask(name), now.plus(KEPT))).value;
    }

    private String ask(String who) {
        String credentials = Base64.getEncoder().encodeToString(
                (who + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("the issuer gives no token to \"" + who + "\": "
                        + answer.statusCode() + " " + answer.body());
            }
            return ContractJson.mapper().readTree(answer.body()).path("access_token").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
