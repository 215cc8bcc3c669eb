package carte.menu.document;

import carte.contracts.menu.ServiceHours;
import carte.contracts.restaurant.DayHours;
import carte.kit.json.JsonObject;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;

/** Reads hours: from and to, across midnight if need be, without overlaps. */
public final class HoursReader {

    private static final String OVERLAP = "overlaps with other hours of the same list";

    private HoursReader() {}

    /** Returns the weekly hours of a field; absent is empty. */
    public static List<ServiceHours> read(JsonObject object, String field) {
        WeekTimetable taken = new WeekTimetable();
        return object.objects(field, MenuLimits.HOURS, one -> readOne(one, taken));
    }

    /** Returns the hours of one date, which have no days; absent is empty. */
    public static List<DayHours> readOfOneDay(JsonObject object, String field) {
        WeekTimetable taken = new WeekTimetable();
        return object.objects(field, MenuLimits.HOURS, one -> {
            DayHours hours = new DayHours(one.time("from"), one.time("to"));
            if (!taken.add(List.of(ServiceHours.Day.MON), hours.from(), hours.to())) {
                one.faultAt(one.pointer(), OVERLAP);
            }
            return hours;
        });
    }

    private static ServiceHours readOne(JsonObject object, WeekTimetable taken) {
        List<ServiceHours.Day> days = object.constants("days", ServiceHours.Day.class);
        LocalTime from = object.time("from");
        LocalTime to = object.time("to");
        if (days.isEmpty()) {
            object.fault("days", "expected at least one day");
        } else if (new HashSet<>(days).size() < days.size()) {
            object.fault("days", "expected each day once");
        } else if (!taken.add(days, from, to)) {
            object.faultAt(object.pointer(), OVERLAP);
        }
        return new ServiceHours(days, from, to);
    }
}
