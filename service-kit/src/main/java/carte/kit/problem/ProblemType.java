package carte.kit.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The kinds of problem that clients can tell apart; their URNs never change. */
public enum ProblemType {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "A valid token is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "The token does not allow this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address"),
    RESTAURANT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such restaurant"),
    ITEM_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such item on the menu"),
    VERSION_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such version of the menu"),
    SCHEDULE_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such scheduled change"),
    ORDER_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such order"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take that method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer does not come in that form"),
    RESTAURANT_EXISTS(HttpStatus.CONFLICT, "There is a restaurant of that id already"),
    MENU_CHANGED(HttpStatus.CONFLICT, "The menu has changed"),
    RESTAURANT_CLOSED(HttpStatus.CONFLICT, "The restaurant takes no orders now"),
    SCHEDULE_ENDED(HttpStatus.CONFLICT, "The scheduled change has been carried out already"),
    SCHEDULE_FULL(HttpStatus.CONFLICT, "No more changes can be scheduled now"),
    ORDER_STATE_CONFLICT(HttpStatus.CONFLICT, "The order's state does not allow this"),
    RATING_GIVEN(HttpStatus.CONFLICT, "The order has been rated already"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.CONFLICT, "The idempotency key was used for something else"),
    VERSION_CONFLICT(HttpStatus.PRECONDITION_FAILED, "Somebody else has changed it meanwhile"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "That content type is not taken"),
    INVALID_CONTENT(HttpStatus.UNPROCESSABLE_CONTENT, "The content is not valid"),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "The version to replace is missing"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too large"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here"),
    BAD_GATEWAY(HttpStatus.BAD_GATEWAY, "A service behind this one gave no proper answer"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "This cannot be served right now"),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "There is more to do than can be done right now"),
    VERSION_NOT_VISIBLE(HttpStatus.SERVICE_UNAVAILABLE, "That version is not visible yet"),
    UPSTREAM_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "A service behind this one took too long");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Returns the HTTP status that goes with it. */
    public HttpStatus status() {
        return status;
    }

    /** Returns the sentence that is the same for every problem of this type. */
    public String title() {
        return title;
    }

    /** Returns the stable identifier, {@code urn:problem:carte:menu-changed}. */
    public String urn() {
        return "urn:problem:carte:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
