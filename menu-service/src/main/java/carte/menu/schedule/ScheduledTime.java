package carte.menu.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a change is to take effect, as its owner said it: pure. */
sealed interface ScheduledTime {

    /** What {@link #parse} takes, but for times that are in no calendar. */
    Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}"
            + "(:\\d{2}|:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2}))?");

    /** A moment, the same wherever the restaurant is. */
    record Moment(String text, Instant instant) implements ScheduledTime {}

    /** What the restaurant's clocks will show. */
    record Local(String text, LocalDateTime time) implements ScheduledTime {}

    /** Returns the time as it was said. */
    String text();

    /** Reads RFC 3339, or a local time without an offset; nothing if there is no such time. */
    static Optional<ScheduledTime> parse(String text) {
        try {
            return Optional.of(isLocal(text)
                    ? new Local(text, LocalDateTime.parse(text))
                    : new Moment(text, OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isLocal(String text) {
        return text.length() <= "2026-12-01T11:00:00".length();
    }

    /**
     * Returns when that is for a restaurant in {@code zone}, to the microsecond. Of a local time
     * that exists twice it is the first. One that does not exist, because clocks go forward, moves
     * on by as much as they do.
     */
    default Instant dueAt(ZoneId zone) {
        Instant due = switch (this) {
            case Moment moment -> moment.instant();
            case Local local -> local.time().atZone(zone).toInstant();
        };
        return due.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns why no clock in {@code zone} will show this time; nothing if one will. */
    default Optional<String> missingIn(ZoneId zone) {
        if (!(this instanceof Local local)) {
            return Optional.empty();
        }
        ZoneOffsetTransition change = zone.getRules().getTransition(local.time());
        return change == null || !change.isGap()
                ? Optional.empty()
                : Optional.of("expected a time that there is, but in " + zone
                        + " clocks go forward from " + change.getDateTimeBefore() + " to "
                        + change.getDateTimeAfter());
    }

    /** Returns why a change that is said at {@code now} cannot be due then; nothing if it can. */
    static Optional<String> tooSoonOrLate(Instant dueAt, Instant now) {
        if (!dueAt.isAfter(now)) {
            return Optional.of("expected a time in the future, but by the service's clock it was "
                    + now.truncatedTo(ChronoUnit.SECONDS) + " already");
        }
        Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        return dueAt.isAfter(latest)
                ? Optional.of("expected a time within a year")
                : Optional.empty();
    }
}
