package carte.kit.problem;

import io.netty.handler.timeout.TimeoutException;
import java.util.Objects;
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

    private static final String LATE = "a service did not answer in time";
    private static final String OURS = "the request was not served; the fault is ours and has been"
            + " logged";

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
            case TimeoutException _ -> Problem.of(ProblemType.UPSTREAM_TIMEOUT, LATE);
            case ErrorResponse e -> ofStatus(e, path);
            default -> Problem.of(ProblemType.INTERNAL_ERROR, OURS);
        };
    }

    private static boolean limitExceeded(Throwable error) {
        return error instanceof DataBufferLimitException
                || error instanceof ContentTooLargeException
                || error.getCause() instanceof DataBufferLimitException;
    }

    private static Problem ofStatus(ErrorResponse error, String path) {
        HttpStatusCode status = error.getStatusCode();
        return switch (status.value()) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "nothing is served at " + path);
            case 429 -> problem(ProblemType.TOO_MANY_REQUESTS, error,
                    "more requests have come than are taken");
            case 502 -> problem(ProblemType.BAD_GATEWAY, error, "a service gave no proper answer");
            case 503 -> problem(ProblemType.UNAVAILABLE, error,
                    "what is needed for it cannot be had at the moment");
            case 504 -> problem(ProblemType.UPSTREAM_TIMEOUT, error, LATE);
            default -> status.is4xxClientError()
                    ? problem(ProblemType.MALFORMED_REQUEST, error, "the request cannot be read")
                    : problem(ProblemType.INTERNAL_ERROR, error, OURS);
        };
    }

    private static Problem problem(ProblemType type, ErrorResponse error, String otherwise) {
        return Problem.of(type, Objects.requireNonNullElse(error.getBody().getDetail(), otherwise));
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
