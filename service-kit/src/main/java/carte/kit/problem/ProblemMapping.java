package carte.kit.problem;

import io.netty.handler.timeout.TimeoutException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Turns whatever ended a request into the problem that is told of it. */
final class ProblemMapping {

    private ProblemMapping() {}

    static Problem of(Throwable error, String path) {
        if (limitExceeded(error)) {
            return Problem.of(ProblemType.TOO_LARGE, "the body is larger than is taken here");
        }
        return switch (error) {
            case ProblemException e -> e.problem();
            case MethodNotAllowedException e -> Problem.of(ProblemType.METHOD_NOT_ALLOWED,
                    e.getHttpMethod() + " is not taken here; " + methods(e) + " is");
            case UnsupportedMediaTypeStatusException e -> Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "expected " + types(e) + " but found " + found(e.getContentType()));
            case NotAcceptableStatusException _ -> Problem.of(ProblemType.NOT_ACCEPTABLE,
                    "the Accept header names nothing that can be sent");
            case TimeoutException _ -> Problem.of(ProblemType.UPSTREAM_TIMEOUT,
                    "a service did not answer in time");
            case ErrorResponse e -> ofStatus(e, path);
            default -> Problem.of(ProblemType.INTERNAL_ERROR,
                    "the request was not served; the fault is ours and has been logged");
        };
    }

    private static boolean limitExceeded(Throwable error) {
        return error instanceof DataBufferLimitException
                || error instanceof ContentTooLargeException
                || error.getCause() instanceof DataBufferLimitException;
    }

    private static Problem ofStatus(ErrorResponse error, String path) {
        HttpStatusCode status = error.getStatusCode();
        if (status.value() == 404) {
            return Problem.of(ProblemType.NOT_FOUND, "nothing is served at " + path);
        }
        String said = error.getBody().getDetail();
        String detail = said == null ? "the request cannot be read" : said;
        return Problem.of(
                status.is4xxClientError()
                        ? ProblemType.MALFORMED_REQUEST
                        : ProblemType.INTERNAL_ERROR,
                detail);
    }

    private static String methods(MethodNotAllowedException error) {
        Set<HttpMethod> methods = error.getSupportedMethods();
        return methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }

    private static String types(UnsupportedMediaTypeStatusException error) {
        return error.getSupportedMediaTypes().isEmpty()
                ? "another type"
                : MediaType.toString(error.getSupportedMediaTypes());
    }

    private static String found(@Nullable MediaType type) {
        return type == null ? "no Content-Type" : type.toString();
    }
}
