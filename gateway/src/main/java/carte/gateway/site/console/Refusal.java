package carte.gateway.site.console;

import carte.gateway.site.ApiAnswer;
import carte.kit.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Why something was not done.
 *
 * @param message the name of a message that says it in the reader's language
 * @param faults what the API says besides, in its own
 */
public record Refusal(String message, List<Fault> faults) {

    static final Set<String> FIELDS = Set.of("name", "description", "price", "prices",
            "availability", "hours", "allergens", "diets", "image", "modifierGroups",
            "translations", "tax", "position", "min", "max", "free", "options", "currency");

    /**
     * One thing that is wrong.
     *
     * @param part what it is wrong with, by name; empty if that has none
     * @param field the name of a message that says what of the part; empty for all of it
     * @param detail the API's sentence
     */
    public record Fault(String part, String field, String detail) {}

    /** Copies the list. */
    public Refusal {
        faults = List.copyOf(faults);
    }

    /** Makes one of which there is nothing more to say. */
    public static Refusal because(String message, Fault... faults) {
        return new Refusal(message, List.of(faults));
    }

    /**
     * Reads the API's.
     *
     * @param sent what was refused, by which its parts are named; null if it was not JSON
     */
    public static Refusal of(ApiAnswer answer, @Nullable JsonNode sent) {
        List<Fault> faults = new ArrayList<>();
        answer.errors().forEach(fault -> faults.add(fault(fault, sent)));
        if (faults.isEmpty() && !answer.detail().isEmpty()) {
            faults.add(new Fault("", "", answer.detail()));
        }
        return new Refusal(message(answer.problem()), faults);
    }

    /** Says the same by another message. */
    public Refusal saying(String better) {
        return new Refusal(better, faults);
    }

    /** Reads a problem document that stands in an answer. */
    public static Refusal of(JsonNode problem) {
        String detail = problem.path("detail").asString(problem.path("title").asString(""));
        return new Refusal(message(ApiAnswer.problem(problem)),
                detail.isEmpty() ? List.of() : List.of(new Fault("", "", detail)));
    }

    /** Names the part instead of where it stands. */
    private static Fault fault(ApiAnswer.Fault fault, @Nullable JsonNode sent) {
        String part = "";
        String field = "";
        JsonNode at = sent;
        for (String step : fault.pointer().split("/", -1)) {
            field = FIELDS.contains(step) ? "console.field." + step : field;
            if (at == null || step.isEmpty()) {
                continue;
            }
            at = at.isArray() && step.matches("\\d{1,6}")
                    ? at.path(Integer.parseInt(step))
                    : at.path(step);
            if (at.path("name").isString()) {
                part = Tree.name(at);
                field = "";
            }
        }
        return new Fault(part, field, fault.detail());
    }

    private static String message(Optional<ProblemType> type) {
        return type.map(Refusal::message).orElse("console.notice.refused");
    }

    /** Returns the name of the message for a kind of problem; there are few to act on. */
    static String message(ProblemType type) {
        return switch (type) {
            case UNAUTHORIZED, FORBIDDEN -> "console.problem.forbidden";
            case NOT_FOUND, RESTAURANT_NOT_FOUND, ITEM_NOT_FOUND, VERSION_NOT_FOUND,
                    SCHEDULE_NOT_FOUND, ORDER_NOT_FOUND ->
                "console.refused.gone";
            case MENU_CHANGED, VERSION_CONFLICT -> "console.problem.changed";
            case SCHEDULE_ENDED -> "console.problem.schedule-ended";
            case SCHEDULE_FULL -> "console.problem.schedule-full";
            case ORDER_STATE_CONFLICT -> "console.problem.order-state";
            case TOO_LARGE -> "console.problem.too-large";
            case MALFORMED_REQUEST, UNSUPPORTED_MEDIA_TYPE -> "console.problem.malformed";
            case INVALID_CONTENT -> "console.problem.invalid";
            case TOO_MANY_REQUESTS, OVERLOADED -> "console.problem.busy";
            case INTERNAL_ERROR, BAD_GATEWAY, UNAVAILABLE, VERSION_NOT_VISIBLE,
                    UPSTREAM_TIMEOUT ->
                "console.problem.away";
            default -> "console.notice.refused";
        };
    }
}
