package carte.local.demo;

import carte.contracts.menu.ServiceHours;
import carte.contracts.menu.ServiceHours.Day;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours as people write them: {@code MON-SAT 10:00-23:00}; {@code FRI-SUN} wraps the week. */
final class WrittenHours {

    private static final List<Day> WEEK = List.of(Day.values());
    private static final Pattern FORM = Pattern
            .compile("([A-Z]{3})(?:-([A-Z]{3}))? (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    private WrittenHours() {}

    static List<ServiceHours> parse(@Nullable List<String> lines) {
        return lines == null ? List.of() : lines.stream().map(WrittenHours::parse).toList();
    }

    static ServiceHours parse(String line) {
        Matcher parts = FORM.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "hours look like MON-SAT 10:00-23:00, not like " + line);
        }
        Day first = Day.valueOf(parts.group(1));
        Day last = parts.group(2) == null ? first : Day.valueOf(parts.group(2));
        return new ServiceHours(days(first, last),
                LocalTime.parse(parts.group(3)), LocalTime.parse(parts.group(4)));
    }

    private static List<Day> days(Day first, Day last) {
        var days = new ArrayList<Day>();
        for (int i = WEEK.indexOf(first);; i = (i + 1) % WEEK.size()) {
            days.add(WEEK.get(i));
            if (WEEK.get(i) == last) {
                return days;
            }
        }
    }
}
