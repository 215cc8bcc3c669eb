package carte.menu.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the audit says of a schedule.
 *
 * @param why it failed; left out if it did not
 */
record AuditedSchedule(
        UUID scheduleId,
        String at,
        Instant dueAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String why) {

    static AuditedSchedule of(Schedule schedule) {
        return new AuditedSchedule(schedule.id(), schedule.at().text(), schedule.dueAt(), null);
    }

    static AuditedSchedule failed(Schedule schedule, String why) {
        return new AuditedSchedule(schedule.id(), schedule.at().text(), schedule.dueAt(), why);
    }
}
