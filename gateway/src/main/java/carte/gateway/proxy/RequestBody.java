package carte.gateway.proxy;

import carte.gateway.limit.LimitSettings;
import carte.kit.problem.ProblemException;
import carte.kit.problem.ProblemType;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads the body of a write to its end, so that a service sees all of it or nothing. */
final class RequestBody {

    private static final byte[] NONE = {};

    private RequestBody() {}

    static Mono<byte[]> read(ServerHttpRequest request, LimitSettings limits) {
        if (request.getHeaders().getContentLength() > limits.bodyBytes()) {
            return Mono.error(tooLarge(limits));
        }
        return DataBufferUtils.join(request.getBody(), limits.bodyBytes())
                .map(RequestBody::bytes)
                .defaultIfEmpty(NONE)
                .timeout(limits.bodyTimeout())
                .onErrorMap(DataBufferLimitException.class, _ -> tooLarge(limits))
                .onErrorMap(TimeoutException.class, _ -> tooSlow(limits));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ProblemException tooLarge(LimitSettings limits) {
        return ProblemException.of(ProblemType.TOO_LARGE,
                "a body of at most " + limits.bodyBytes() + " bytes is taken");
    }

    private static ProblemException tooSlow(LimitSettings limits) {
        return ProblemException.of(ProblemType.MALFORMED_REQUEST, "the body did not arrive within "
                + limits.bodyTimeout().toSeconds() + " s");
    }
}
