package carte.menu.restaurant;

import carte.contracts.menu.ServiceHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a restaurant is open at a moment. */
final class OpeningHours {

    private OpeningHours() {}

    /**
     * Tells whether a restaurant is open.
     *
     * @param hours by day of the week; empty: around the clock
     * @param specialDays a closed one lets no hours begin on its date; those of the evening before
     *     go on past midnight
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
        if (hours.isEmpty()) {
            return !isClosed(specialDays, today);
        }
        return covers(hours, specialDays, today, zone, now)
                || covers(hours, specialDays, today.minusDays(1), zone, now);
    }

    /** Tells whether hours that begin on {@code date} cover {@code now}. */
    private static boolean covers(List<ServiceHours> hours, List<SpecialDay> specialDays,
            LocalDate date, ZoneId zone, Instant now) {
        if (isClosed(specialDays, date)) {
            return false;
        }
        ServiceHours.Day day = List.of(ServiceHours.Day.values())
                .get(date.getDayOfWeek().getValue() - 1);
        return hours.stream()
                .filter(period -> period.days().contains(day))
                .anyMatch(period -> covers(period, date, zone, now));
    }

    private static boolean covers(ServiceHours period, LocalDate date, ZoneId zone, Instant now) {
        boolean overnight = !period.to().isAfter(period.from());
        LocalDateTime from = date.atTime(period.from());
        LocalDateTime to = (overnight ? date.plusDays(1) : date).atTime(period.to());
        return !now.isBefore(from.atZone(zone).toInstant())
                && now.isBefore(to.atZone(zone).toInstant());
    }

    private static boolean isClosed(List<SpecialDay> specialDays, LocalDate date) {
        return specialDays.stream().anyMatch(day -> day.closed() && day.date().equals(date));
    }
}
