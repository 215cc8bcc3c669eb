package carte.contracts.menu;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * A daily period on some days of the week, in the restaurant's time zone.
 *
 * @param from inclusive
 * @param to exclusive; at or before {@code from} it is on the day after
 */
public record ServiceHours(
        List<Day> days,
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to) {

    /** Copies the days; throws {@link NullPointerException} where JSON has left a time out. */
    public ServiceHours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        days = Lists.copyOrEmpty(days);
    }

    /** A day of the week; the constants stand in the order of {@link java.time.DayOfWeek}. */
    public enum Day {
        MON, TUE, WED, THU, FRI, SAT, SUN
    }
}
