package carte.contracts.restaurant;

import carte.contracts.menu.ServiceHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a restaurant is open; its JSON has these fields as the restaurant's own has them.
 *
 * @param timeZone in which hours and dates are meant
 * @param openingHours by day of the week; empty: around the clock
 * @param specialDays whose hours begin on their dates in place of the weekly ones, none where they
 *     are closed; those of the evening before go on past midnight
 * @param pausedUntil before which it is closed whatever the hours say; null: it is not paused
 */
public record OpeningHours(
        ZoneId timeZone,
        List<ServiceHours> openingHours,
        List<SpecialDay> specialDays,
        @Nullable Instant pausedUntil) {

    // Beyond it nobody waits, and a year of closed days is looked through in no time.
    private static final int FARTHEST_DAYS = 366;

    private static final List<DayHours> AROUND_THE_CLOCK = List
            .of(new DayHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

    /** Copies the lists; absent ones are empty. */
    public OpeningHours {
        Objects.requireNonNull(timeZone, "timeZone");
        openingHours = openingHours == null ? List.of() : List.copyOf(openingHours);
        specialDays = specialDays == null ? List.of() : List.copyOf(specialDays);
    }

    /** Returns when something is served that has weekly hours and nothing else. */
    public static OpeningHours weekly(ZoneId timeZone, List<ServiceHours> hours) {
        return new OpeningHours(timeZone, hours, List.of(), null);
    }

    /** Tells whether it is open at a moment. */
    public boolean isOpen(Instant now) {
        return !isPaused(now) && isWithinHours(now);
    }

    /**
     * Returns the first moment from {@code now} on at which it is open, {@code now} itself if it
     * is; nothing if there is none within a year.
     */
    public Optional<Instant> opensAt(Instant now) {
        Instant earliest = pausedUntil != null && isPaused(now) ? pausedUntil : now;
        if (isWithinHours(earliest)) {
            return Optional.of(earliest);
        }
        LocalDate today = LocalDate.ofInstant(earliest, timeZone);
        return Stream.iterate(today, date -> date.plusDays(1))
                .limit(FARTHEST_DAYS)
                .flatMap(date -> beginningOn(date)
                        .map(hours -> hours.from().atDate(date).atZone(timeZone).toInstant())
                        .filter(start -> !start.isBefore(earliest) && isWithinHours(start))
                        .sorted())
                .findFirst();
    }

    private boolean isPaused(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }

    private boolean isWithinHours(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, timeZone);
        return covers(today, now) || covers(today.minusDays(1), now);
    }

    /** Tells whether hours that begin on {@code date} cover {@code now}. */
    private boolean covers(LocalDate date, Instant now) {
        return beginningOn(date).anyMatch(period -> covers(period, date, now));
    }

    private Stream<DayHours> beginningOn(LocalDate date) {
        return specialDays.stream()
                .filter(day -> day.date().equals(date) && day.replacesWeeklyHours())
                .findFirst()
                .map(SpecialDay::hours)
                .orElseGet(() -> openingHours.isEmpty() ? AROUND_THE_CLOCK : weekly(date))
                .stream();
    }

    private List<DayHours> weekly(LocalDate date) {
        ServiceHours.Day day = List.of(ServiceHours.Day.values())
                .get(date.getDayOfWeek().getValue() - 1);
        return openingHours.stream()
                .filter(period -> period.days().contains(day))
                .map(period -> new DayHours(period.from(), period.to()))
                .toList();
    }

    private boolean covers(DayHours period, LocalDate date, Instant now) {
        boolean overnight = !period.to().isAfter(period.from());
        LocalDate end = overnight ? date.plusDays(1) : date;
        return !now.isBefore(date.atTime(period.from()).atZone(timeZone).toInstant())
                && now.isBefore(end.atTime(period.to()).atZone(timeZone).toInstant());
    }
}
