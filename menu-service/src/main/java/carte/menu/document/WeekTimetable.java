package carte.menu.document;

import carte.contracts.menu.ServiceHours.Day;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;

/** The minutes of a week that are taken by hours; Sunday night runs into Monday. */
final class WeekTimetable {

    private static final int DAY_MINUTES = 24 * 60;
    private static final int WEEK_MINUTES = 7 * DAY_MINUTES;

    private static final List<Day> WEEK = List.of(Day.values());

    private final BitSet taken = new BitSet(WEEK_MINUTES);

    /** Takes a period on each of the days; returns false if a minute of it was taken already. */
    boolean add(List<Day> days, LocalTime from, LocalTime to) {
        int start = minuteOf(from);
        int end = minuteOf(to) > start ? minuteOf(to) : minuteOf(to) + DAY_MINUTES;
        boolean free = true;
        for (Day day : days) {
            int offset = WEEK.indexOf(day) * DAY_MINUTES;
            free &= take(offset + start, offset + end);
        }
        return free;
    }

    private boolean take(int start, int end) {
        boolean free = true;
        for (int minute = start; minute < end; minute++) {
            free &= !taken.get(minute % WEEK_MINUTES);
            taken.set(minute % WEEK_MINUTES);
        }
        return free;
    }

    private static int minuteOf(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
