package carte.menu.http;

import carte.contracts.http.CarteHeaders;
import carte.kit.digest.Sha256;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** A client's name for one attempt to write, and what it asked for under that name. */
public final class IdempotencyKey {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final String key;
    private final byte[] request;

    private IdempotencyKey(String key, byte[] request) {
        this.key = key;
        this.request = request;
    }

    /** Returns the key of a request, or nothing if it has none; 400 if it is malformed. */
    public static Optional<IdempotencyKey> of(ServerHttpRequest request, byte[] body) {
        HttpHeaders headers = request.getHeaders();
        List<String> values = headers.getOrEmpty(CarteHeaders.IDEMPOTENCY_KEY);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1 || !FORM.matcher(values.getFirst()).matches()) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST, CarteHeaders.IDEMPOTENCY_KEY
                    + ": expected 1 to 255 visible ASCII characters, once");
        }
        String condition = String.join(",", headers.getOrEmpty(HttpHeaders.IF_MATCH));
        String query = request.getURI().getRawQuery();
        String target = request.getPath().value() + (query == null ? "" : "?" + query);
        String head = request.getMethod() + " " + target + "\n" + condition + "\n";
        return Optional.of(new IdempotencyKey(values.getFirst(),
                Sha256.of(head.getBytes(StandardCharsets.UTF_8), body)));
    }

    /** Returns the key as it was sent. */
    public String key() {
        return key;
    }

    /** Returns a digest of the request (SHA-256), which the caller must not change. */
    public byte[] request() {
        return request;
    }

    /** Returns the refusal for a key that stands for another request. */
    public ProblemException reused() {
        return ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED,
                "the key stands for another request of the last 24 hours; take a new key");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdempotencyKey that && key.equals(that.key)
                && Arrays.equals(request, that.request);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "IdempotencyKey[" + key + "]";
    }
}
