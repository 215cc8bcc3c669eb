package carte.contracts.restaurant;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.Objects;

/**
 * A period that begins on one date, in the restaurant's time zone.
 *
 * @param from inclusive
 * @param to exclusive; at or before {@code from} it is on the day after
 */
public record DayHours(
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to) {

    /** Throws {@link NullPointerException} where JSON has left one out. */
    public DayHours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
