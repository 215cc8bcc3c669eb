package carte.menu.restaurant;

import carte.contracts.menu.ServiceHours;
import carte.menu.document.DayHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a restaurant is open at a moment. */
final class OpeningHours {

    private static final List<DayHours> AROUND_THE_CLOCK = List
            .of(new DayHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

    private OpeningHours() {}

    /**
     * Tells whether a restaurant is open.
     *
     * @param hours by day of the week; empty: around the clock
     * @param specialDays whose hours begin on their dates in place of the weekly ones, none where
     *     they are closed; those of the evening before go on past midnight
     * @param pausedUntil before which it is closed whatever the hours say
     * @param zone in which hours and dates are meant
     */
    static boolean isOpen(
            List<ServiceHours> hours,
            List<SpecialDay> specialDays,
            @Nullable Instant pausedUntil,
            ZoneId zone,
            Instant now) {
        if (pausedUntil != null && now.isBefore(pausedUntil)) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        return covers(hours, specialDays, today, zone, now)
                || covers(hours, specialDays, today.minusDays(1), zone, now);
    }

    /** Tells whether hours that begin on {@code date} cover {@code now}. */
    private static boolean covers(List<ServiceHours> hours, List<SpecialDay> specialDays,
            LocalDate date, ZoneId zone, Instant now) {
        return beginningOn(date, hours, specialDays).stream()
                .anyMatch(period -> covers(period, date, zone, now));
    }

    private static List<DayHours> beginningOn(
            LocalDate date, List<ServiceHours> hours, List<SpecialDay> specialDays) {
        return specialDays.stream()
                .filter(day -> day.date().equals(date) && day.replacesWeeklyHours())
                .findFirst()
                .map(SpecialDay::hours)
                .orElseGet(() -> hours.isEmpty() ? AROUND_THE_CLOCK : weekly(date, hours));
    }

    private static List<DayHours> weekly(LocalDate date, List<ServiceHours> hours) {
        ServiceHours.Day day = List.of(ServiceHours.Day.values())
                .get(date.getDayOfWeek().getValue() - 1);
        return hours.stream()
                .filter(period -> period.days().contains(day))
                .map(period -> new DayHours(period.from(), period.to()))
                .toList();
    }

    private static boolean covers(DayHours period, LocalDate date, ZoneId zone, Instant now) {
        boolean overnight = !period.to().isAfter(period.from());
        LocalDateTime from = date.atTime(period.from());
        LocalDateTime to = (overnight ? date.plusDays(1) : date).atTime(period.to());
        return !now.isBefore(from.atZone(zone).toInstant())
                && now.isBefore(to.atZone(zone).toInstant());
    }
}
