package carte.contracts.restaurant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A date on which the weekly hours may not hold.
 *
 * @param closed true: no hours begin on that date
 * @param hours that begin on that date in place of the weekly ones; empty, and left out of JSON:
 *     those hold unless it is closed
 */
public record SpecialDay(
        LocalDate date,
        boolean closed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DayHours> hours) {

    /** Copies the hours; absent ones are none, as older rows have them. */
    public SpecialDay {
        Objects.requireNonNull(date, "date");
        hours = hours == null ? List.of() : List.copyOf(hours);
    }

    boolean replacesWeeklyHours() {
        return closed || !hours.isEmpty();
    }
}
