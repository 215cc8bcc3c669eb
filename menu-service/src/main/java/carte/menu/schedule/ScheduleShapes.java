package carte.menu.schedule;

import carte.kit.openapi.ApiShapes;
import carte.kit.openapi.Shapes;
import carte.menu.document.MenuLimits;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How scheduled changes look as JSON. */
@Component
final class ScheduleShapes implements ApiShapes {

    private static final String AT = "As it was said: in the restaurant's time zone, or with an"
            + " offset. Within a year.";

    private final Clock clock;

    ScheduleShapes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void describe(Shapes shapes) {
        shapes.inExamples("{in-half-a-year}", LocalDate.now(clock).plusMonths(6).toString());
        shapes.variable("schedule/{scheduleId}", "The scheduled change.", """
                {"type": "string", "format": "uuid"}""", "0198f1c2-7d1e-4b3a-9c52-3f5b6a7c8d9e");
        String form = ScheduledTime.FORM.pattern();
        shapes.of(ScheduleFields.class).named("Schedule")
                .is("Changes of items that are to take effect together at a time.")
                .required("at", "changes")
                .matching("at", form)
                .field("at", AT)
                .size("changes", 1, MenuLimits.ITEMS);
        shapes.of(ScheduleJson.class).named("Schedule")
                .is("A change that takes effect by itself.")
                .matching("at", form)
                .field("at", AT)
                .field("dueAt", "The moment that is meant.")
                .with("changes", """
                        {"type": "array", "description": "As they were sent.",
                         "items": {"$ref": "#/components/schemas/ItemChangeOfBatchInput"}}""")
                .field("version", "The menu in which it took effect; null if it did not.")
                .with("problem", """
                        {"anyOf": [{"$ref": "#/components/schemas/Problem"}, {"type": "null"}],
                         "description": "Why it did not fit the menu; null if it did."}""")
                .field("endedAt", "When it took effect, failed or was called off. It is shown for"
                        + " " + ExpiredSchedules.KEPT.toDays() + " days more.")
                .field("cancelledBy", "Who called it off; null if nobody did.");
        shapes.of(ScheduleJson.PageJson.class).named("SchedulePage")
                .is("Some scheduled changes of a restaurant.")
                .field("next", "Sent as cursor it gives the next page; null on the last.");
    }
}
