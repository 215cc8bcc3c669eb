package carte.gateway.edge;

import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.NotAcceptableStatusException;

/** What a client takes (RFC 9110, section 12.5.1). */
public final class AcceptHeader {

    private AcceptHeader() {}

    /** Refuses a request, with 406, that does not take {@code type} or says what nobody reads. */
    public static void require(MediaType type, ServerHttpRequest request) {
        if (!takes(type, request)) {
            throw new NotAcceptableStatusException(List.of(type));
        }
    }

    private static boolean takes(MediaType type, ServerHttpRequest request) {
        try {
            List<MediaType> accepted = request.getHeaders().getAccept();
            return accepted.isEmpty() || accepted.stream().anyMatch(type::isCompatibleWith);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
