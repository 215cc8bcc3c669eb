package carte.gateway.site;

import carte.contracts.menu.ServiceHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Times as people of a language write them, on the clocks of the restaurant's place. */
public final class TimeText {

    private static final int A_WEEK = 7;
    private static final List<ServiceHours.Day> DAYS = List.of(ServiceHours.Day.values());
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private TimeText() {}

    /** Returns the time of today, with the day's name within a week, and with the date beyond. */
    public static String moment(Instant at, Instant now, ZoneId zone, Locale locale) {
        ZonedDateTime there = at.atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        String clock = CLOCK.format(there);
        if (there.toLocalDate().equals(today)) {
            return clock;
        }
        boolean soon = there.toLocalDate().isBefore(today.plusDays(A_WEEK))
                && there.toLocalDate().isAfter(today);
        return (soon
                ? there.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale)
                        .format(there))
                + " " + clock;
    }

    /** Returns a time of day. */
    public static String clock(LocalTime time) {
        return CLOCK.format(time);
    }

    /** Returns periods of the week, such as {@code Mon–Fri 11:00–15:00, Sat 12:00–14:00}. */
    public static String hours(List<ServiceHours> hours, Locale locale) {
        return hours.stream()
                .map(period -> days(period.days(), locale) + " " + clock(period.from()) + "–"
                        + clock(period.to()))
                .collect(Collectors.joining(", "));
    }

    /** Returns days of the week, with those that follow each other drawn together. */
    static String days(List<ServiceHours.Day> days, Locale locale) {
        List<ServiceHours.Day> sorted = days.stream().distinct().sorted().toList();
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < sorted.size()) {
            int to = from;
            while (to + 1 < sorted.size() && follows(sorted.get(to), sorted.get(to + 1))) {
                to++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(day(sorted.get(from), locale));
            if (to > from) {
                text.append(to > from + 1 ? "–" : ", ").append(day(sorted.get(to), locale));
            }
            from = to + 1;
        }
        return text.toString();
    }

    private static boolean follows(ServiceHours.Day day, ServiceHours.Day next) {
        return DAYS.indexOf(next) == DAYS.indexOf(day) + 1;
    }

    private static String day(ServiceHours.Day day, Locale locale) {
        return DayOfWeek.of(DAYS.indexOf(day) + 1).getDisplayName(TextStyle.SHORT, locale);
    }
}
